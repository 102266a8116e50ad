using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>Names of the shared example directory as a phone hears, corrects or shortens them.</summary>
public sealed class HeardNamesTests
{
    [Theory]
    [InlineData("rang ellis log yesterday", "Ellis Logistics", null)]
    [InlineData("visited yorks bread, paul keen", "Yorkshire Bread Co", "Paul Metcalfe")]
    [InlineData("popped into two reverse saw linda", "Two Rivers Care Home", "Linda Pruitt")]
    [InlineData("visited dun and dusted today", "Done & Dusted Cleaners", null)]
    [InlineData("rang coastwell in leeds spoke to daniel", "Costwell Stores – Leeds", "Dan Whitaker")]
    [InlineData("called in at fridays café", "Friday's Café", null)]
    [InlineData("rang d p d spoke to craig", "DPD Depot Wakefield", "Craig Doyle")]
    [InlineData("met thomas at second chance furniture", "Second Chance Furniture", "Tom Briggs")]
    [InlineData("phoned hargreaves plumming spoke to cath", "Hargreaves Plumbing Ltd", "Kath Hargreaves")]
    [InlineData("saw samuel at the dog and gun", "The Dog & Gun", "Sam Carr")]
    public async Task A_name_is_known_as_it_was_heard(string text, string employer, string? contact)
    {
        var shared = ScoreTests.SharedPhrases();
        Assert.SkipUnless(shared is not null, "The shared example lines are not beside this checkout.");
        var reading = await new LineReader(IndexedDirectory.Load(Path.Combine(shared, "directory.json"))).ReadAsync(text, new DateTime(2026, 11, 18, 16, 20, 0), TestContext.Current.CancellationToken);
        Assert.Equal((employer, contact), (reading.Employer, reading.Contact));
    }

    [Theory]
    [InlineData("visited two rivers with js 21")]
    [InlineData("saw jess 12 at two rivers")]
    [InlineData("rang two rivers about j s two")]
    [InlineData("visited two rivers with JS12 and jay s 13")]
    public async Task What_is_nearly_a_reference_is_asked_about(string text)
    {
        var shared = ScoreTests.SharedPhrases();
        Assert.SkipUnless(shared is not null, "The shared example lines are not beside this checkout.");
        var reading = await new LineReader(IndexedDirectory.Load(Path.Combine(shared, "directory.json"))).ReadAsync(text, new DateTime(2026, 11, 18, 16, 20, 0), TestContext.Current.CancellationToken);
        Assert.Equal(ReadingQuestion.Client, reading.Ask);
    }
}
