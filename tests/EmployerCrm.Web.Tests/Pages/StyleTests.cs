using System.Text.RegularExpressions;
using EmployerCrm.Web.Pages.Assets;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>The styles name nothing that is not there, and text stands out in every theme.</summary>
public sealed partial class StyleTests
{
    private const int Themes = 4;

    private static readonly string Css = System.Text.Encoding.UTF8.GetString(AssetFiles.Find("site.css")!.Content);

    [Fact]
    public void Every_token_that_is_used_is_defined()
    {
        var defined = Defined().Matches(Css).Select(match => match.Groups[1].Value).ToHashSet();
        var used = Used().Matches(Css).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.True(used.Count > 20, "The styles use almost no token.");
        Assert.Empty(used.Except(defined));
    }

    [Theory]
    [InlineData("colorNeutralBackground1", "colorNeutralForeground1", 7)]
    [InlineData("colorNeutralBackground2", "colorNeutralForeground1", 7)]
    [InlineData("colorNeutralBackground1", "colorNeutralForeground3", 4.5)]
    [InlineData("colorNeutralBackground2", "colorNeutralForeground3", 4.5)]
    [InlineData("colorNeutralBackground1", "colorBrandForegroundLink", 4.5)]
    [InlineData("colorNeutralBackground2", "colorBrandForegroundLink", 4.5)]
    [InlineData("colorBrandBackground", "colorNeutralForegroundOnBrand", 4.5)]
    [InlineData("colorBrandBackground2", "colorBrandForeground2", 4.5)]
    [InlineData("colorNeutralBackground1", "colorStatusDangerForeground3", 4.5)]
    [InlineData("colorStatusWarningBackground1", "colorStatusWarningForeground2", 4.5)]
    [InlineData("colorStatusDangerBackground1", "colorNeutralForeground1", 7)]
    [InlineData("colorStatusSuccessBackground1", "colorNeutralForeground1", 7)]
    public void Text_stands_out_from_its_ground_in_light_dark_and_high_contrast(string ground, string text, double least)
    {
        var (grounds, texts) = (Colours(ground), Colours(text));

        Assert.Equal(Themes, grounds.Count);
        Assert.All(grounds.Zip(texts), pair => Assert.True(Contrast(pair.First, pair.Second) >= least, $"{text} on {ground}: {Contrast(pair.First, pair.Second)}"));
    }

    private static List<int> Colours(string token) =>
        [.. Regex.Matches(Css, $"--{token}: #([0-9a-f]{{6}});").Select(match => Convert.ToInt32(match.Groups[1].Value, 16))];

    /// <summary>The contrast ratio of WCAG 2.</summary>
    private static double Contrast(int one, int other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(int colour) =>
        (0.2126 * Linear(colour >> 16)) + (0.7152 * Linear((colour >> 8) & 0xFF)) + (0.0722 * Linear(colour & 0xFF));

    private static double Linear(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"--([A-Za-z0-9]+):")]
    private static partial Regex Defined();

    [GeneratedRegex(@"var\(--([A-Za-z0-9]+)")]
    private static partial Regex Used();
}
