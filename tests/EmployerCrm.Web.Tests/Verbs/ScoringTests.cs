using System.Text.Json.Nodes;
using EmployerCrm.Web.Verbs.Parsing;

namespace EmployerCrm.Web.Tests.Verbs;

public sealed class ScoringTests
{
    [Theory]
    [InlineData("""{"intent":"due","range":"today"}""", """{"intent":"due","range":"today"}""")]
    [InlineData("""{"ask":"date"}""", """{"ask":"date"}""")]
    [InlineData("""{"intent":"log-visit","ambiguous":["A","B"]}""", """{"intent":"log-visit","ambiguous":["B","A"]}""")]
    [InlineData("""{"intent":"log-visit","notes":"a cleaning job, “10 hrs”"}""", """{"intent":"log-visit","notes":"About a  cleaning job, \"10 hrs\"."}""")]
    [InlineData("""{"intent":"log-visit","newEmployer":"Tilly’s Tearoom"}""", """{"intent":"log-visit","newEmployer":"tilly's tearoom,"}""")]
    [InlineData("""{"intent":"log-visit","next":{"title":"Send CV","due":"2026-11-24"}}""", """{"intent":"log-visit","next":{"due":"2026-11-24","title":"send cv"}}""")]
    [InlineData("""{"intent":"done","item":3}""", """{"intent":"done","item":3}""")]
    public void These_count_as_the_same(string expected, string reading) => Assert.Empty(Differences(expected, reading));

    [Theory]
    [InlineData("""{"intent":"due","range":"today"}""", """{"intent":"due","range":"all"}""", "range")]
    [InlineData("""{"intent":"due"}""", """{"intent":"due","range":"all"}""", "range")]
    [InlineData("""{"intent":"due","range":"all"}""", """{"intent":"due"}""", "range")]
    [InlineData("""{"ask":"date"}""", """{"ask":"employer"}""", "ask")]
    [InlineData("""{"ask":"date"}""", """{"intent":"log-visit"}""", "ask")]
    [InlineData("""{"intent":"log-visit","employer":"Due North"}""", """{"ask":"employer"}""", "intent")]
    [InlineData("""{"intent":"log-visit","employer":"Due North"}""", """{"intent":"log-visit","employer":"due north"}""", "employer")]
    [InlineData("""{"intent":"log-visit","notes":"a cleaning job"}""", """{"intent":"log-visit","notes":"a job"}""", "notes")]
    [InlineData("""{"intent":"log-visit","next":{"title":"about that"}}""", """{"intent":"log-visit","next":{"title":"that"}}""", "next.title")]
    [InlineData("""{"intent":"log-visit","next":{"title":"send CV"}}""", """{"intent":"log-visit","next":{"title":"send CV","due":"2026-11-24"}}""", "next.due")]
    [InlineData("""{"intent":"log-visit"}""", """{"intent":"log-visit","next":{"title":"send CV"}}""", "next")]
    [InlineData("""{"intent":"log-visit","ambiguous":["A","B"]}""", """{"intent":"log-visit","ambiguous":["A"]}""", "ambiguous")]
    public void These_do_not(string expected, string reading, string field) =>
        Assert.Contains(Differences(expected, reading), difference => difference.StartsWith(field + " ", StringComparison.Ordinal));

    private static IReadOnlyList<string> Differences(string expected, string reading) => Scoring.Differences(JsonNode.Parse(expected)!.AsObject(), reading);
}
