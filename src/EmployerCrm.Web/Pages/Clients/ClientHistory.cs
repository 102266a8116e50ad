using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Something that happened, as it stands in the timeline of a client.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Details">What it did of what was owed, where, why.</param>
/// <param name="IsContact">Whether the client was met or spoken to.</param>
public sealed record HistoryEntry(DateOnly On, string Title, string? By, IReadOnlyList<string> Details, bool IsContact);

/// <summary>What happened with a client, the latest first: contacts with what they did of the schedule, steps done otherwise, jobs, decisions.</summary>
internal static class ClientHistory
{
    public static IReadOnlyList<HistoryEntry> Of(ClientOverview client)
    {
        var done = client.Support.Where(row => row.State == FollowUpState.Done).ToList();
        var contacts = client.Contacts.Select(touched => Contact(client, touched, done)).ToList();
        var told = contacts.SelectMany(contact => contact.Steps).ToHashSet();
        return
        [
            .. contacts.Select(contact => contact.Entry)
                .Concat(done.Where(row => !told.Contains(row)).Select(row => Step(client, row)))
                .Concat(client.Jobs.SelectMany(job => Job(client, job)))
                .Concat(client.Updates.Select(update => new HistoryEntry(update.SharedOn, PageTexts.Get("HistoryShared", update.SharedWith), Name(client, update.RecordedById), [], false)))
                .Concat(client.Permissions.SelectMany(permission => Permission(client, permission)))
                .Concat(Decisions(client.Client))
                .OrderByDescending(entry => entry.On),
        ];
    }

    /// <summary>The day in London on which a step was done.</summary>
    public static DateOnly DoneOn(FollowUp row) => DateOnly.FromDateTime(LondonClock.ToLocal(row.DoneAt!.Value));

    /// <summary>Whose job a step belongs to and from which day it counts, for why it is owed.</summary>
    public static string Why(FollowUp row, IReadOnlyList<PlacementSummary> jobs, DateOnly today)
    {
        var job = jobs.FirstOrDefault(job => job.Id == row.PlacementId);
        var from = row.AnchoredOn is { } day ? Days.Short(day, today) : "";
        return row switch
        {
            _ when job is null => "",
            _ when row.AnchoredOn == job.StartsOn => PageTexts.Get("SupportWhyStart", job.EmployerName, from),
            { State: FollowUpState.Open } when job.EndsOn is not null => PageTexts.Get("SupportWhyEnd", job.EmployerName, from),
            { State: FollowUpState.Open } => PageTexts.Get("SupportWhyChange", job.EmployerName, from),
            _ => PageTexts.Get("SupportWhyThen", job.EmployerName, from),
        };
    }

    private static (HistoryEntry Entry, IReadOnlyList<FollowUp> Steps) Contact(ClientOverview client, TouchedClient touched, List<FollowUp> done)
    {
        var steps = done.FindAll(row => row.DoneThroughId == touched.Id);
        var title = touched.At is { } at ? PageTexts.Get(touched.WithClient ? "HistoryAt" : "HistoryAbout", PageTexts.Get("What" + touched.Way), at) : PageTexts.Get("ClientWay" + touched.Way);
        return (new HistoryEntry(touched.On, title, Name(client, touched.ById), [.. steps.Select(row => PageTexts.Get("HistoryDid", OwedTitles.Of(row)) + Lateness(row))], touched.WithClient), steps);
    }

    private static HistoryEntry Step(ClientOverview client, FollowUp row) =>
        new(DoneOn(row), PageTexts.Get("HistoryDone", OwedTitles.Of(row)), row.DoneById is { } by ? Name(client, by) : null, [.. new[] { Lateness(row).Trim(), Why(row, client.Jobs, client.Today) }.Where(text => text.Length > 0)], false);

    private static string Lateness(FollowUp row) => row.DueOn is { } due && DoneOn(row).DayNumber - due.DayNumber is > 0 and var days ? " " + PageTexts.Count("HistoryLate", days) : "";

    private static IEnumerable<HistoryEntry> Job(ClientOverview client, PlacementSummary job)
    {
        if (job.StartsOn <= client.Today && job.EndReason != JobEndReason.DidNotStart)
            yield return new HistoryEntry(job.StartsOn, PageTexts.Get("HistoryJobStarted", job.EmployerName), null, [.. new[] { job.JobTitle }.OfType<string>()], false);
        if (job.EndsOn is { } end && end <= client.Today)
            yield return new HistoryEntry(end, PageTexts.Get("HistoryJobEnded", job.EmployerName), null, job.EndReason is { } reason ? [PageTexts.Get("JobEnd" + reason)] : [], false);
    }

    private static IEnumerable<HistoryEntry> Permission(ClientOverview client, DisclosurePermission permission)
    {
        var employer = client.Jobs.FirstOrDefault(job => job.EmployerId == permission.EmployerId)?.EmployerName;
        var about = employer is null ? Array.Empty<string>() : [employer];
        yield return new HistoryEntry(permission.GivenOn, PageTexts.Get("ClientMayTell" + permission.Level), Name(client, permission.RecordedById), about, false);
        if (permission is { EndedOn: { } ended, EndedAs: PermissionEnd.Revoked })
            yield return new HistoryEntry(ended, PageTexts.Get("HistoryRevoked"), permission.EndedById is { } by ? Name(client, by) : null, about, false);
    }

    private static IEnumerable<HistoryEntry> Decisions(Client client)
    {
        yield return new HistoryEntry(client.EnteredOn, PageTexts.Get("HistoryEntered", client.Programme), null, [], false);
        if (client.SteppedDownOn is { } steppedDown)
            yield return new HistoryEntry(steppedDown, PageTexts.Get("HistorySteppedDown"), null, [], false);
        if (client is { ClosedOn: { } closed })
            yield return new HistoryEntry(closed, PageTexts.Get("HistoryClosed"), null, client.ClosingReason is { } reason ? [PageTexts.Get("ClientClosing" + reason)] : [], false);
    }

    private static string? Name(ClientOverview client, Guid id) => client.Names.GetValueOrDefault(id);
}
