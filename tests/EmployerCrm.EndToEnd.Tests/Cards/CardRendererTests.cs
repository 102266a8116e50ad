using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Cards;

/// <summary>The renderer must be able to complain, or its silence about our cards would mean nothing.</summary>
public sealed class CardRendererTests(Browser browser)
{
    [Theory]
    [InlineData("an unknown element", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"a"},{"type":"TextBlock","text":"b"}]}""")]
    [InlineData("a newer version", """{"type":"AdaptiveCard","version":"1.9","body":[{"type":"TextBlock","text":"a"}]}""")]
    [InlineData("an unknown value", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","weight":"heavy"}]}""")]
    [InlineData("a field without a name", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a"},{"type":"Input.Text","label":"b"}]}""")]
    [InlineData("a line that does not wrap", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"as long as it is, it goes on without a break on one line of the card"}]}""")]
    [InlineData("an empty card", """{"type":"AdaptiveCard","version":"1.5","body":[]}""")]
    public async Task A_card_with_a_fault_is_complained_about(string fault, string json)
    {
        await using var renderer = await CardRenderer.StartAsync(browser);

        Assert.NotEmpty(await renderer.ComplaintsAsync([(fault, json)]));
    }

    [Fact]
    public async Task A_card_above_the_size_that_Teams_takes_is_complained_about()
    {
        await using var renderer = await CardRenderer.StartAsync(browser);
        var json = $$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","wrap":true,"text":"{{string.Concat(Enumerable.Repeat("a ", CardRenderer.MostBytes / 4))}}"}]}""";

        Assert.Contains("bytes", Assert.Single(await renderer.ComplaintsAsync([("a long card", json)])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_card_passes()
    {
        await using var renderer = await CardRenderer.StartAsync(browser);

        Assert.Empty(await renderer.ComplaintsAsync([("a sound card", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a"}]}""")]));
    }
}
