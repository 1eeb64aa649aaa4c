<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN" sourcelanguage="en">
<context>
    <name>RecordsCommands</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::Desk</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::StagedChanges</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) committed.</source>
        <translation>
            <numerusform>%n change committed.</numerusform>
            <numerusform>%n changes committed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) went with them.</source>
        <translation>
            <numerusform>%n row went with them.</numerusform>
            <numerusform>%n rows went with them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::TableBrowser</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>in %n table(s) of %1</source>
        <translation>
            <numerusform>in %n table of %1</numerusform>
            <numerusform>in %n tables of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This database lacks %n table(s) of the platform; they are dimmed in the list.</source>
        <translation>
            <numerusform>This database lacks %n table of the platform; it is dimmed in the list.</numerusform>
            <numerusform>This database lacks %n tables of the platform; they are dimmed in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
</TS>
