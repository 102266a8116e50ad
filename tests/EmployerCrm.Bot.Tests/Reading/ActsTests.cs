using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>Orders and news that the shared reading has no word for; typed on Wednesday 18 November 2026.</summary>
public sealed class ActsTests
{
    private static readonly IndexedDirectory Directory = IndexedDirectory.Load(Path.Combine(AppContext.BaseDirectory, "Reading", "directory.json"));

    [Theory]
    [InlineData("half moon inn 10am not happening", """{"act":"cancelled","employer":"Half Moon Inn","time":"10:00"}""")]
    [InlineData("kfs cancelled, magda off sick", """{"act":"cancelled","employer":"KFS Foods","notes":"magda off sick"}""")]
    [InlineData("scrap half moon tomorrow", """{"act":"cancelled","employer":"Half Moon Inn","date":"2026-11-19"}""")]
    [InlineData("emailed callum at text print and copy with HB31's cv", """{"act":"contact","purpose":"present-candidate"}""")]
    [InlineData("met callum, text print and copy, follow up visit, keen", """{"act":"contact","purpose":"follow-up"}""")]
    [InlineData("called will power electrical, will was out", """{"act":"contact","reached":"nobody"}""")]
    [InlineData("visited snooze beds cancelled", """{"act":"contact"}""")]
    [InlineData("snooze beds cancelled", """{"act":"cancelled","ambiguous":["Snooze Beds – Wakefield","Snooze Beds – Barnsley"]}""")]
    [InlineData("the kfs visit yesterday went ahead with HB31, magda loved them", """{"act":"happened","employer":"KFS Foods","clients":["HB31"],"date":"2026-11-17","notes":"magda loved them"}""")]
    [InlineData("kfs want to move friday to monday", """{"act":"moved","employer":"KFS Foods","date":"2026-11-20","to":"2026-11-23"}""")]
    [InlineData("zoom couriers thursday not friday", """{"act":"moved","employer":"Zoom Couriers","date":"2026-11-20","to":"2026-11-19"}""")]
    [InlineData("zoom couriers postponed", """{"act":"moved","employer":"Zoom Couriers"}""")]
    [InlineData("it's been moved to thursday 2pm", """{"act":"moved","to":"2026-11-19","time":"14:00"}""")]
    [InlineData("yes went ahead", """{"act":"happened"}""")]
    [InlineData("didn't happen", """{"act":"cancelled"}""")]
    [InlineData("remind me on friday to chase hb31's dbs", """{"act":"reminder","clients":["HB31"],"title":"chase hb31's dbs","due":"2026-11-20"}""")]
    [InlineData("remind me at 3 to ring craig", """{"act":"reminder","time":"15:00","title":"ring craig","due":"2026-11-18"}""")]
    [InlineData("HB31 didn't turn up today", """{"act":"client-contact","clients":["HB31"],"date":"2026-11-18","way":"in-person","missed":true}""")]
    [InlineData("rang HB31 no answer", """{"act":"client-contact","clients":["HB31"],"date":"2026-11-18","way":"phone","missed":true}""")]
    [InlineData("text from HB31 can't make tomorrow", """{"act":"client-contact","clients":["HB31"],"date":"2026-11-18","way":"text"}""")]
    [InlineData("seeing HB31 tomorrow at 10", """{"act":"client-contact","clients":["HB31"],"date":"2026-11-19","way":"in-person","planned":true}""")]
    [InlineData("saw HB31 about half moon inn", """{"act":"client-contact","clients":["HB31"],"date":"2026-11-18","way":"in-person"}""")]
    [InlineData("WK58 is leaving kfs on friday", """{"act":"job-end","employer":"KFS Foods","clients":["WK58"],"date":"2026-11-20"}""")]
    [InlineData("step down HB31", """{"act":"step-down","clients":["HB31"]}""")]
    [InlineData("new client John Smith", """{"act":"new-client"}""")]
    [InlineData("new client, Connect to Work", """{"act":"new-client","programme":"Connect to Work"}""")]
    [InlineData("who's on my caseload", """{"act":"my-clients"}""")]
    [InlineData("same again as yesterday", """{"act":"same-again"}""")]
    [InlineData("same again with HB31", """{"act":"same-again","clients":["HB31"]}""")]
    [InlineData("HB31 now starts Mon 7 Dec", """{"act":"job-change","clients":["HB31"],"to":"2026-12-07"}""")]
    [InlineData("HB31 is now starting at half moon inn on 7 december", """{"act":"job-change","employer":"Half Moon Inn","clients":["HB31"],"to":"2026-12-07"}""")]
    [InlineData("HB31's start moved to Thursday", """{"act":"job-change","clients":["HB31"],"to":"2026-11-19"}""")]
    [InlineData("HB31's start date at kfs has been pushed back to 30 nov", """{"act":"job-change","employer":"KFS Foods","clients":["HB31"],"to":"2026-11-30"}""")]
    [InlineData("HB31 start delayed from monday to thursday 26th", """{"act":"job-change","clients":["HB31"],"to":"2026-11-26"}""")]
    [InlineData("HB31's start has been delayed", """{"act":"job-change","clients":["HB31"]}""")]
    [InlineData("move HB31's start to 1 dec", """{"act":"job-change","clients":["HB31"],"to":"2026-12-01"}""")]
    [InlineData("HB31 starts thursday instead", """{"act":"job-change","clients":["HB31"],"to":"2026-11-19"}""")]
    [InlineData("HB31 starts at kfs on tuesday not monday", """{"act":"job-change","employer":"KFS Foods","clients":["HB31"],"to":"2026-11-24"}""")]
    [InlineData("HB31 actually started on Monday", """{"act":"job-change","clients":["HB31"],"to":"2026-11-16"}""")]
    [InlineData("HB31 up to 20h from Monday", """{"act":"job-change","clients":["HB31"],"date":"2026-11-23","minutesAWeek":1200}""")]
    [InlineData("HB31 is down to 12.5 hours a week at kfs", """{"act":"job-change","employer":"KFS Foods","clients":["HB31"],"minutesAWeek":750}""")]
    [InlineData("HB31's hours changed to 20 from 1 dec", """{"act":"job-change","clients":["HB31"],"date":"2026-12-01","minutesAWeek":1200}""")]
    [InlineData("HB31 does 16 hrs at half moon inn", """{"act":"job-change","employer":"Half Moon Inn","clients":["HB31"],"minutesAWeek":960}""")]
    [InlineData("HB31 up to 200h", """{"act":"job-change","clients":["HB31"],"minutesAWeek":12000}""")]
    [InlineData("HB31 has been promoted to shift supervisor at kfs", """{"act":"job-change","employer":"KFS Foods","clients":["HB31"],"title":"shift supervisor"}""")]
    [InlineData("HB31 is now a team leader from monday", """{"act":"job-change","clients":["HB31"],"date":"2026-11-23","title":"team leader"}""")]
    [InlineData("HB31 is now a supervisor, 30h from monday", """{"act":"job-change","clients":["HB31"],"date":"2026-11-23","title":"supervisor","minutesAWeek":1800}""")]
    [InlineData("HB31 starts at kfs on monday as a picker", """{"act":"none"}""")]
    [InlineData("saw HB31 for an hour, now starting to look for hours", """{"act":"client-contact","clients":["HB31"],"date":"2026-11-18","way":"in-person"}""")]
    public async Task An_act_is_read(string text, string act)
    {
        var message = await new MessageReader(Directory).ReadAsync(text, new DateTime(2026, 11, 18, 16, 20, 0), TestContext.Current.CancellationToken);
        Assert.Equal($"[{act}]", ActsJson.Write(message));
    }

    [Theory]
    [InlineData("rang HB13 about work")]
    [InlineData("HB13 lost the job")]
    [InlineData("close HB13")]
    [InlineData("remind me to ring HB13 monday")]
    public async Task A_doubtful_reference_is_never_taken_for_a_client(string text)
    {
        var message = await new MessageReader(Directory).ReadAsync(text, new DateTime(2026, 11, 18, 16, 20, 0), TestContext.Current.CancellationToken);
        Assert.Empty(Assert.Single(message.Pieces).Reading.Clients);
        Assert.DoesNotContain("HB31", ActsJson.Write(message), StringComparison.Ordinal);
    }
}
