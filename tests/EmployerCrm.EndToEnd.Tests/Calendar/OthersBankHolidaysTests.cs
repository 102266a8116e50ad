using System.Text.Json;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Calendar;

public sealed class OthersBankHolidaysTests
{
    private const int FirstYear = 2024;
    private const int LastYear = 2032;

    /// <summary>Of a holiday at a weekend the others list the day itself too; it makes no difference to who works.</summary>
    [Fact]
    public async Task Our_bank_holidays_are_those_of_a_list_that_others_keep()
    {
        Machine.NeedsNode();
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Path.Combine(Repository.Root, "tools", "holidays");
        await NodePackages.InstalledAsync(folder, cancellationToken);
        await using var node = new ChildProcess("node", Machine.Node!, ["bank-holidays.js", $"{FirstYear}", $"{LastYear}"], folder, new Dictionary<string, string>());
        await node.SucceedAsync(cancellationToken);

        var others = JsonSerializer.Deserialize<Dictionary<Nation, DateOnly[]>>(node.Output)!;
        foreach (var nation in Enum.GetValues<Nation>())
        {
            var ours = Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(year => BankHolidays.Of(year, nation)).ToHashSet();
            Assert.Equal(others[nation].Where(IsWeekday).Order(), ours.Order());
        }
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
