using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.Tests.Clients;

public sealed class ClientListsTests
{
    [Theory]
    [InlineData("IPS in secondary care", "IPS in secondary care")]
    [InlineData("ips  SECONDARY", "IPS in secondary care")]
    [InlineData("addiction", "IPS for addiction services")]
    [InlineData("workwell", "WorkWell")]
    [InlineData("universal support", "Connect to Work")]
    [InlineData("Connect to work", "Connect to Work")]
    [InlineData("retention", "Job retention")]
    [InlineData("IPS", null)]
    [InlineData("care", null)]
    [InlineData("in work", null)]
    [InlineData("New Deal", null)]
    [InlineData("  ", null)]
    public void A_programme_is_meant_by_its_name_an_older_one_or_words_that_only_it_has(string typed, string? programme) =>
        Assert.Equal(programme, ClientLists.Default.FindProgramme(typed));

    [Theory]
    [InlineData("kitchen & catering", "Kitchen and catering")]
    [InlineData("kitchen", "Kitchen and catering")]
    [InlineData("RETAIL", "Retail")]
    [InlineData("care", "Care")]
    [InlineData("driving", "Driving and delivery")]
    [InlineData("beauty", "Hairdressing and beauty")]
    [InlineData("and", null)]
    [InlineData("astronaut", null)]
    public void A_job_type_is_found_the_same_way(string typed, string? jobType) => Assert.Equal(jobType, ClientLists.Default.FindJobType(typed));

    [Fact]
    public void What_is_not_in_the_list_is_refused_with_the_list()
    {
        var (_, programme) = ClientRules.Programme(ClientLists.Default, "New Deal");
        var (_, jobTypes) = ClientRules.JobTypes(ClientLists.Default, ["retail", "astronaut"]);

        Assert.Equal(RefusalReason.ProgrammeUnknown, programme!.Reason);
        Assert.Equal(ClientLists.Default.ProgrammeNames, programme.Names);
        Assert.Equal(RefusalReason.JobTypeUnknown, jobTypes!.Reason);
        Assert.Equal(ClientLists.Default.JobTypes, jobTypes.Names);
    }

    [Fact]
    public void A_job_type_said_twice_counts_once() =>
        Assert.Equal(["Retail", "Care"], ClientRules.JobTypes(ClientLists.Default, ["retail", "care", "RETAIL"]).Names);

    [Fact]
    public void More_job_types_than_make_sense_are_refused() => Assert.Equal(
        RefusalReason.TooManyAtOnce, ClientRules.JobTypes(ClientLists.Default, [.. Enumerable.Repeat("retail", ClientRules.MostJobTypes + 1)]).Refusal?.Reason);

    [Theory]
    [InlineData(0, null)]
    [InlineData(-7305, null)]
    [InlineData(1, RefusalReason.FutureDate)]
    [InlineData(-7306, RefusalReason.DayUnlikely)]
    public void Who_enters_has_entered_and_not_in_another_century(int days, RefusalReason? reason)
    {
        var today = new DateOnly(2026, 11, 21);
        Assert.Equal(reason, ClientRules.CheckEntry(today.AddDays(days), today)?.Reason);
    }
}
