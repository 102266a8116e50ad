using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Disclosure;

/// <summary>Talking a permission through again: what is owed for it, and what doing it changes. A permission does not lapse by itself.</summary>
internal static class PermissionRevisits
{
    /// <summary>After how many months a permission is talked through again where nobody says when. R.</summary>
    public const int Months = 6;

    public static bool Is(FollowUp row, Guid employerId) => row.Kind == FollowUpKind.PermissionRevisit && row.EmployerId == employerId;

    /// <summary>The day on which to talk it through where nobody says one: a working day of the team.</summary>
    public static async Task<DateOnly> NextAsync(SupportTurn turn, ScheduleBook book, Guid teamId, DateOnly from)
    {
        var calendar = await book.CalendarAsync(turn.Session, teamId);
        var next = calendar.OnOrAfter(from.AddMonths(Months));
        return next > turn.Today ? next : calendar.OnOrAfter(turn.Today);
    }

    /// <summary>Owes the day, where the permission is live and has one.</summary>
    public static async Task OweAsync(SupportTurn turn, DisclosurePermission permission, Client client)
    {
        if (permission is not { IsLive: true, RevisitOn: { } on })
            return;
        await turn.Owed.AddAsync(turn.Session, new FollowUp
        {
            Id = turn.Keys.Next(), EmployerId = permission.EmployerId, ClientId = client.Id, OwnerId = client.OwnerId, TeamId = client.TeamId, Title = ShippedSteps.RevisitTitle,
            DueOn = on, State = FollowUpState.Open, CreatedAt = turn.Now, Kind = FollowUpKind.PermissionRevisit, Version = 1,
        });
    }

    /// <summary>The same for every permission of a client whose record was opened again.</summary>
    public static async Task OweAllAsync(SupportTurn turn, Client client)
    {
        var open = await turn.Session.FollowUps.OpenStepsOfClientAsync(client.Id);
        foreach (var permission in await turn.Session.Disclosure.OfClientAsync(client.Id))
        {
            if (!open.Any(row => Is(row, permission.EmployerId)))
                await OweAsync(turn, permission, client);
        }
    }

    /// <summary>
    /// Somebody ticked it off in a list: it was talked through and stays as it is. The permission as it was before and as it is now, with the next day owed;
    /// null when none holds.
    /// </summary>
    public static async Task<(DisclosurePermission Before, DisclosurePermission After)?> TalkedThroughAsync(SupportTurn turn, ScheduleBook book, FollowUp done, Client client)
    {
        if (await turn.Session.Disclosure.HoldingAsync(client.Id, done.EmployerId!.Value) is not { IsLive: true } before)
            return null;
        var after = before with { RevisitedOn = turn.Today, RevisitOn = await NextAsync(turn, book, client.TeamId, turn.Today), Version = before.Version + 1 };
        await turn.Session.Disclosure.SaveAsync(after, before.Version);
        await OweAsync(turn, after, client);
        return (before, after);
    }
}
