using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Tests.Employers;

public sealed class TypedKeySetTests
{
    [Fact]
    public void The_keys_of_a_line_are_those_of_its_words_and_of_neighbours_run_together_each_once()
    {
        var keys = EmployerKeys.ForQuery(["visits", "to", "visit", "b", "and", "j", "24hr"]);

        Assert.Equal(["visits", "visit", "b", "j", "24hr"], keys.Words);
        Assert.Equal(["visitsto", "tovisit", "visitb", "band", "andj", "j24hr", "visitsto", "tovisit", "visitb", "bj", "j24hr"], keys.Pairs);
        Assert.Equal(keys.Words.SelectMany(EmployerKeys.OfWord).Concat(keys.Pairs).Distinct(StringComparer.Ordinal), keys);
        Assert.Contains("24", keys);
        Assert.Contains("visi", keys);
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }
}
