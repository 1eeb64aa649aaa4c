<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN" sourcelanguage="en">
<context>
    <name>ClearDemo</name>
    <message numerus="yes">
        <source>%n row(s) of %1 refer to demo rows of %2 by %3 and cannot do without. Nothing was changed; let them refer to other rows, or delete them, first.</source>
        <translation>
            <numerusform>%n row of %1 refers to demo rows of %2 by %3 and cannot do without. Nothing was changed; let it refer to other rows, or delete it, first.</numerusform>
            <numerusform>%n rows of %1 refer to demo rows of %2 by %3 and cannot do without. Nothing was changed; let them refer to other rows, or delete them, first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1.%2 is set to null in %n row(s) that stay.</source>
        <translation>
            <numerusform>%1.%2 is set to null in %n row that stays.</numerusform>
            <numerusform>%1.%2 is set to null in %n rows that stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n column(s) differ</source>
        <translation>
            <numerusform>%n column differs</numerusform>
            <numerusform>%n columns differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatabaseCommands</name>
    <message numerus="yes">
        <source>Done: %n row(s) of demo data.</source>
        <translation>
            <numerusform>Done: %n row of demo data.</numerusform>
            <numerusform>Done: %n rows of demo data.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message numerus="yes">
        <source>Decisions are about the %n marked item(s).</source>
        <translation>
            <numerusform>Decisions are about the %n marked item.</numerusform>
            <numerusform>Decisions are about the %n marked items.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletionPlanView</name>
    <message numerus="yes">
        <source>%n row(s) would keep a key that leads nowhere.</source>
        <translation>
            <numerusform>%n row would keep a key that leads nowhere.</numerusform>
            <numerusform>%n rows would keep a key that leads nowhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryDetail</name>
    <message numerus="yes">
        <source>Stage the other %n row(s)</source>
        <translation>
            <numerusform>Stage the other %n row</numerusform>
            <numerusform>Stage the other %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message numerus="yes">
        <source>%1 in %n row(s)</source>
        <translation>
            <numerusform>%1 in %n row</numerusform>
            <numerusform>%1 in %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::BulkDecision</name>
    <message numerus="yes">
        <source>%1: %n item(s)</source>
        <translation>
            <numerusform>%1: %n item</numerusform>
            <numerusform>%1: %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n item(s)</source>
        <translation>
            <numerusform>%1 %n item</numerusform>
            <numerusform>%1 %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) cannot be decided so and stay as they are; the lines say why.</source>
        <translation>
            <numerusform>%n item cannot be decided so and stays as it is; the lines say why.</numerusform>
            <numerusform>%n items cannot be decided so and stay as they are; the lines say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a second person</source>
        <translation>
            <numerusform>%n waits for a second person</numerusform>
            <numerusform>%n wait for a second person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they were</source>
        <translation>
            <numerusform>%n left as it was</numerusform>
            <numerusform>%n left as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun</source>
        <translation>
            <numerusform>%n not begun</numerusform>
            <numerusform>%n not begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known: the connection was lost</source>
        <translation>
            <numerusform>%n not known: the connection was lost</numerusform>
            <numerusform>%n not known: the connection was lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back.</source>
        <translation>
            <numerusform>%n taken back.</numerusform>
            <numerusform>%n taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::BulkEditor</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) do(es) not fit, so nothing was pasted.</source>
        <translation>
            <numerusform>%n value does not fit, so nothing was pasted.</numerusform>
            <numerusform>%n values do not fit, so nothing was pasted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::DayFlowModel</name>
    <message numerus="yes">
        <source>%n came in</source>
        <translation>
            <numerusform>%n came in</numerusform>
            <numerusform>%n came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled</source>
        <translation>
            <numerusform>%n settled</numerusform>
            <numerusform>%n settled</numerusform>
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
    <name>Ghar::EvidenceListModel</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) made</source>
        <translation>
            <numerusform>%n report made</numerusform>
            <numerusform>%n reports made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>blocked by %n</source>
        <translation>
            <numerusform>blocked by %n</numerusform>
            <numerusform>blocked by %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has blocked %n</source>
        <translation>
            <numerusform>has blocked %n</numerusform>
            <numerusform>has blocked %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s): %1 acted on, %2 dismissed</source>
        <translation>
            <numerusform>%n time: %1 acted on, %2 dismissed</numerusform>
            <numerusform>%n times: %1 acted on, %2 dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reported %n time(s): %1 acted on, %2 dismissed</source>
        <translation>
            <numerusform>reported %n time: %1 acted on, %2 dismissed</numerusform>
            <numerusform>reported %n times: %1 acted on, %2 dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::HistoryBrowser</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries exported.</source>
        <translation>
            <numerusform>%n entry exported.</numerusform>
            <numerusform>%n entries exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting, %n entries so far</source>
        <translation>
            <numerusform>Exporting, %n entry so far</numerusform>
            <numerusform>Exporting, %n entries so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entry(ies) of the same change</source>
        <translation>
            <numerusform>%n more entry of the same change</numerusform>
            <numerusform>%n more entries of the same change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of %1 are staged. Commit to take it back.</source>
        <translation>
            <numerusform>%n row of %1 is staged. Commit to take it back.</numerusform>
            <numerusform>%n rows of %1 are staged. Commit to take it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::InsightBoard</name>
    <message numerus="yes">
        <source>up to %n day(s)</source>
        <translation>
            <numerusform>up to %n day</numerusform>
            <numerusform>up to %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n day(s)</source>
        <translation>
            <numerusform>over %n day</numerusform>
            <numerusform>over %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As many are decided each day as on average in these %n day(s), those that are due first first.</source>
        <translation>
            <numerusform>As many are decided each day as on average in this %n day, those that are due first first.</numerusform>
            <numerusform>As many are decided each day as on average in these %n days, those that are due first first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) exported.</source>
        <translation>
            <numerusform>%n decision exported.</numerusform>
            <numerusform>%n decisions exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting, %n decision(s) so far</source>
        <translation>
            <numerusform>Exporting, %n decision so far</numerusform>
            <numerusform>Exporting, %n decisions so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::JournalListModel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n row(s)</source>
        <translation>
            <numerusform>more than %n row</numerusform>
            <numerusform>more than %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of an import</source>
        <translation>
            <numerusform>%n part of an import</numerusform>
            <numerusform>%n parts of an import</numerusform>
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
    <name>Ghar::QueueItemListModel</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::ReplacementListModel</name>
    <message numerus="yes">
        <source>%n value(s) would change</source>
        <translation>
            <numerusform>%n value would change</numerusform>
            <numerusform>%n values would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them break(s) a rule and stay(s) as it is</source>
        <translation>
            <numerusform>%n of them breaks a rule and stays as it is</numerusform>
            <numerusform>%n of them break a rule and stay as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::RowExport</name>
    <message numerus="yes">
        <source>%n row(s) of %1 are in %2.</source>
        <translation>
            <numerusform>One row of %1 is in %2.</numerusform>
            <numerusform>%n rows of %1 are in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ghar::StagedChanges</name>
    <message numerus="yes">
        <source>And %n more; the History has them.</source>
        <translation>
            <numerusform>And %n more; the History has it.</numerusform>
            <numerusform>And %n more; the History has them.</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>Clean %n reference(s)</source>
        <translation>
            <numerusform>Clean %n reference</numerusform>
            <numerusform>Clean %n references</numerusform>
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
    <name>JournalCommands</name>
    <message numerus="yes">
        <source>%n entries written.</source>
        <translation>
            <numerusform>%n entry written.</numerusform>
            <numerusform>%n entries written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n entries, all as they were written.</source>
        <translation>
            <numerusform>%1: %n entry, as it was written.</numerusform>
            <numerusform>%1: %n entries, all as they were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenedDatabase</name>
    <message numerus="yes">
        <source>%n change(s) whose end was not known had been committed and are in the journal now.</source>
        <translation>
            <numerusform>%n change whose end was not known had been committed and is in the journal now.</numerusform>
            <numerusform>%n changes whose end was not known had been committed and are in the journal now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) whose end was not known had not been committed.</source>
        <translation>
            <numerusform>%n change whose end was not known had not been committed.</numerusform>
            <numerusform>%n changes whose end was not known had not been committed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The end of %n change(s) is not known yet.</source>
        <translation>
            <numerusform>The end of %n change is not known yet.</numerusform>
            <numerusform>The end of %n changes is not known yet.</numerusform>
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
    <name>PicturePolicyMenu</name>
    <message numerus="yes">
        <source>Forget %n allowed host(s)</source>
        <translation>
            <numerusform>Forget %n allowed host</numerusform>
            <numerusform>Forget %n allowed hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prescreen</name>
    <message numerus="yes">
        <source>The listing has %n photo(s); two are the least.</source>
        <translation>
            <numerusform>The listing has %n photo; two are the least.</numerusform>
            <numerusform>The listing has %n photos; two are the least.</numerusform>
        </translation>
    </message>
</context>
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
    <name>RecordsPage</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message numerus="yes">
        <source>%n value(s) break(s) a rule, as marked below. The database may refuse the change.</source>
        <translation>
            <numerusform>%n value breaks a rule, as marked below. The database may refuse the change.</numerusform>
            <numerusform>%n values break a rule, as marked below. The database may refuse the change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferCommands</name>
    <message numerus="yes">
        <source>%n row(s) of %1 are in %2.</source>
        <translation>
            <numerusform>%n row of %1 is in %2.</numerusform>
            <numerusform>%n rows of %1 are in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): %1 new, %2 changed, %3 as before, %4 with problems.</source>
        <translation>
            <numerusform>%n row: %1 new, %2 changed, %3 as before, %4 with problems.</numerusform>
            <numerusform>%n rows: %1 new, %2 changed, %3 as before, %4 with problems.</numerusform>
        </translation>
    </message>
</context>
</TS>
