using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Tests.Clients;

public sealed class ClientStandingTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(ClientStatus.JobSearch)]
    [InlineData(ClientStatus.InWork)]
    public void Somebody_is_in_work_from_the_first_day_until_the_day_the_job_ended(ClientStatus decided)
    {
        JobSpan[] job = [new(Today, Today.AddDays(10))];

        Assert.Equal(ClientStatus.InWork, ClientStanding.Of(decided, job, Today));
        Assert.Equal(ClientStatus.InWork, ClientStanding.Of(decided, job, Today.AddDays(9)));
        Assert.Equal(ClientStatus.JobSearch, ClientStanding.Of(decided, job, Today.AddDays(10)));
    }

    [Fact]
    public void A_start_that_is_to_come_changes_nothing_before_its_day()
    {
        JobSpan[] job = [new(Today.AddDays(1), null)];

        Assert.Equal(ClientStatus.JobSearch, ClientStanding.Of(ClientStatus.JobSearch, job, Today));
        Assert.Equal(ClientStatus.InWork, ClientStanding.Of(ClientStatus.JobSearch, job, Today.AddDays(1)));
    }

    [Fact]
    public void With_two_jobs_the_end_of_one_leaves_them_in_work() =>
        Assert.Equal(ClientStatus.InWork, ClientStanding.Of(ClientStatus.JobSearch, [new(Today.AddDays(-9), Today), new(Today.AddDays(-5), null)], Today));

    [Fact]
    public void In_work_in_a_job_that_nobody_recorded_stays_in_work_until_a_recorded_one_is_over()
    {
        Assert.Equal(ClientStatus.InWork, ClientStanding.Of(ClientStatus.InWork, [], Today));
        Assert.Equal(ClientStatus.InWork, ClientStanding.Of(ClientStatus.InWork, [new(Today.AddDays(5), null)], Today));
        Assert.Equal(ClientStatus.JobSearch, ClientStanding.Of(ClientStatus.InWork, [new(Today.AddDays(-5), Today)], Today));
    }

    [Theory]
    [InlineData(ClientStatus.Closed)]
    [InlineData(ClientStatus.SteppedDown)]
    public void What_was_decided_about_support_holds_whatever_the_jobs(ClientStatus decided)
    {
        Assert.Equal(decided, ClientStanding.Of(decided, [new(Today.AddDays(-5), null)], Today));
        Assert.Equal(decided, ClientStanding.Of(decided, [], Today));
    }

    [Fact]
    public void A_job_that_never_began_is_not_to_come()
    {
        var span = new JobSpan(Today.AddDays(3), Today.AddDays(3));

        Assert.False(span.IsToCome(Today));
        Assert.False(span.IsCurrent(Today.AddDays(3)));
    }
}
