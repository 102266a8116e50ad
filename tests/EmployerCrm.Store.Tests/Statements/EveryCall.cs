using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>Calls everything the store offers, the rare ways included.</summary>
internal static class EveryCall
{
    private static readonly DateOnly Day = new(2026, 11, 17);

    public static async Task RunAsync(CrmStore store, Ids ids)
    {
        var rows = await Rows.StoredAsync(store, ids);
        await store.Write(session => PeopleAndEmployersAsync(session, rows, ids));
        await store.Write(session => VisitsAndFollowUpsAsync(session, rows));
        await store.Write(session => PlacementsAsync(session, rows));
        await store.Write(session => ConversationsAsync(session, rows));
        await store.Write(session => OutboxCalls.RunAsync(session, rows));
        await store.Read(session => DigestCalls.RunAsync(session, rows));
        await store.Write(session => AuditAndUndoAsync(session, rows));
        await store.Write(session => JobsAsync(session, rows));
        await RebuildAsync(store, rows);
        Assert.Empty(await store.MissingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    private static async Task PeopleAndEmployersAsync(ICrmSession session, Rows rows, Ids ids)
    {
        await session.People.SpecialistAsync(rows.Specialist.Id);
        await SettingsAsync(session, rows, ids);
        await session.People.SpecialistWithObjectIdAsync(rows.Specialist.ObjectId);
        await session.People.SpecialistsAsync();
        await session.People.OfTeamAsync(rows.Team.Id);
        await session.People.TeamsAsync();
        await session.People.TeamAsync(rows.Team.Id);
        await session.People.SaveAsync(rows.Specialist with { WeeklyTarget = 5, Version = 2 }, 1);
        await session.People.SaveAsync(rows.Team with { Nation = Nation.Scotland, Version = 2 }, 1);
        await session.People.HeldByAsync(rows.Specialist.Id);
        await session.People.HeldCountsAsync();
        await session.People.HandOverAsync(rows.Colleague.Id, rows.Specialist.Id);
        await session.People.EndSessionAsync(rows.Team.Id, Rows.Now);
        await session.People.HasSessionEndedAsync(rows.Team.Id);
        await session.People.ForgetEndedSessionsAsync(Rows.Now.AddDays(1));
        await session.Clients.ClientAsync(rows.Client.Id);
        await session.Clients.OfTeamAsync(rows.Team.Id, rows.Client.Reference);
        await session.Clients.ReferencesOfTeamAsync(rows.Team.Id);
        await session.Clients.OpenReferencesOfOwnerAsync(rows.Specialist.Id);
        await session.Clients.JobSeekersOfOwnerAsync(rows.Specialist.Id, Day);
        await session.Clients.ReferencesInUseAsync(rows.Team.Id, Day);
        await session.Clients.IssuedAsync(["AC23"]);
        await session.Clients.ReserveAsync("AC23", Rows.Now);
        await session.Clients.SaveAsync(rows.Client, ["Retail"], 1);
        await session.Clients.RemoveIfUnusedAsync(ids.New(), 1);
        await ClientContactsAsync(session, rows);
        await session.Clients.OpenAsync(rows.Team.Id, rows.Specialist.Id);
        await session.Clients.PreferredJobTypesAsync(rows.Client.Id);
        await session.Clients.WantedJobTypesAsync(rows.Specialist.Id);
        await session.Employers.EmployerAsync(rows.Employer.Id);
        await session.Employers.ContactAsync(rows.Contact.Id);
        await session.Employers.ContactsAsync(rows.Employer.Id);
        var brief = rows.WholeContact("Brief");
        await session.Employers.AddAsync(brief);
        await session.Employers.RemoveContactIfUnusedAsync(brief.Id, brief.Version);
        var fleeting = rows.EmployerNamed("Brief");
        await session.Employers.AddAsync(fleeting);
        await session.Employers.RemoveEmployerIfUnusedAsync(fleeting.Id, fleeting.Version);
        await session.Employers.AddAsync(rows.EmployerNamed("Friday's Café Two"));
        await session.Employers.SaveAsync(rows.Employer with { Town = "Otley" }, 1);
        await session.Employers.SaveAsync(rows.Contact, 1);
        await OpeningsAsync(session, rows);
        await EngagementAsync(session, rows);
        await EmployerListCalls.RunAsync(session, rows, Day);
        var keys = EmployerKeys.ForQuery(FoldedText.Words("fridays cafe"));
        await session.Employers.WithKeysAsync(rows.Actor, keys);
        await new EmployerSearch(((CrmSession)session).Sql, rows.Actor) { MostFinds = 1 }.WithKeysAsync(keys);
    }

    private static async Task SettingsAsync(ICrmSession session, Rows rows, Ids ids)
    {
        var settings = PersonSettings.UsualOf(rows.Specialist.Id) with { Version = 1 };
        await session.Settings.SaveAsync(settings, 0);
        await session.Settings.SaveAsync(settings with { Language = "cy", Version = 2 }, 1);
        await session.Settings.OfAsync(rows.Specialist.Id);
        await session.Settings.OfAsync([rows.Specialist.Id]);
        var leave = new Leave { Id = ids.New(), SpecialistId = rows.Specialist.Id, From = Day, To = Day, CoverId = rows.Colleague.Id };
        await session.Settings.AddAsync(leave);
        await session.Settings.LeaveAsync(leave.Id);
        await session.Settings.LeaveAsync(rows.Specialist.Id, Day);
        await session.Settings.LeaveAsync([rows.Specialist.Id], Day, Day);
        await session.Settings.LeaveOfTeamAsync(rows.Team.Id, Day, Day);
        await session.Settings.CoveredByAsync(rows.Colleague.Id, Day, Day);
        await session.Settings.SaveAsync(leave with { Version = 2 }, 1);
        await session.Settings.RemoveLeaveAsync(leave.Id, 2);
    }

    private static async Task OpeningsAsync(ICrmSession session, Rows rows)
    {
        var opening = rows.Opening(Day);
        await session.Openings.AddAsync(opening);
        await session.Openings.OpeningAsync(opening.Id);
        await session.Openings.OfEmployerAsync(opening.EmployerId);
        await session.Openings.LiveAsync(opening.TeamId, Day);
        await session.Openings.SaveAsync(opening, 1);
        await session.Openings.RemoveAsync(opening.Id, 1);
    }

    private static async Task EngagementAsync(ICrmSession session, Rows rows)
    {
        var (id, set) = (rows.Employer.Id, rows.Override(Day));
        await session.Engagement.HoldAsync(id);
        await session.Engagement.CountAsync(id, new Evidence(Day, EvidenceCounts.Of(EvidenceKind.Visit)));
        await session.Engagement.CountAsync(id, new Evidence(Day, EvidenceCounts.Of(EvidenceKind.Visit)));
        await session.Engagement.EvidenceAsync(id, Day);
        await session.Engagement.SaveAsync((await session.Engagement.StandingAsync(id))! with { Level = 2, ReviewOn = Day });
        await session.Engagement.AddAsync(new LevelChange { EmployerId = id, ChangedAt = Rows.Now, FromLevel = 1, ToLevel = 2, Because = LevelReason.Contact });
        await session.Engagement.AddAsync(new LevelChange { EmployerId = id, ChangedAt = Rows.Now, FromLevel = 2, ToLevel = 3, Because = LevelReason.Opening });
        await session.Engagement.ChangesAsync(id, 10);
        await session.Engagement.AddAsync(set);
        await session.Engagement.SaveAsync(set with { Version = 2 }, 1);
        await session.Engagement.OverrideAsync(id);
        await session.Engagement.DueAsync(Day, 10);
        await session.Engagement.ContactsAsync(id, Day, 10);
        await session.Engagement.JobsAsync(id, rows.Team.Id);
    }

    private static async Task ClientContactsAsync(ICrmSession session, Rows rows)
    {
        var contact = rows.ClientContact(Day);
        await session.ClientContacts.AddAsync(contact);
        await session.ClientContacts.ContactAsync(contact.Id);
        await session.ClientContacts.SameAsync(contact.ClientId, contact.SpecialistId, contact.On, contact.Way);
        await session.ClientContacts.OfClientAsync(contact.ClientId);
        await session.ClientContacts.OfSpecialistAsync(contact.SpecialistId, contact.On, contact.On);
        await session.ClientContacts.RemoveAsync(contact.Id, 1);
    }

    private static async Task VisitsAndFollowUpsAsync(ICrmSession session, Rows rows)
    {
        var visit = rows.Visit();
        var followUp = rows.FollowUp(Day);
        await session.Visits.AddAsync(visit);
        await session.Visits.VisitAsync(visit.Id);
        await session.Visits.OfSpecialistAsync(rows.Specialist.Id, Day, Day);
        await session.Visits.PlannedAtAsync(rows.Specialist.Id, rows.Employer.Id);
        await session.Visits.PlannedBeforeAsync(rows.Specialist.Id, Day);
        await session.Visits.NotesLoggedSinceAsync(rows.Specialist.Id, new SameVisit(rows.Employer.Id, Channel.InPerson, VisitState.Held, Day), Rows.Now);
        await session.Visits.ReachedBeforeAsync(rows.Employer.Id, Day, visit.Id);
        await session.Visits.SaveAsync(visit, 1);
        await session.Visits.CountAsync(rows.Specialist.Id, Day, new WeekTally { All = 1 });
        await session.Visits.CountAsync(rows.Specialist.Id, Day, new WeekTally { All = 1 });
        await session.Visits.WeekTallyAsync(rows.Specialist.Id, Day);
        await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, Day, inPerson: true);
        await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, Day, inPerson: true);
        await session.Employers.RecountActivityAsync(rows.Employer.Id, rows.Specialist.Id);
        await session.Employers.RecountActivityAsync(rows.Employer.Id, rows.Colleague.Id);
        await session.Employers.ActivityAsync(rows.Employer.Id);
        await session.FollowUps.AddAsync(followUp);
        await session.Employers.OverviewAsync(rows.Employer.Id, rows.Team.Id, Day);
        await session.FollowUps.FollowUpAsync(followUp.Id);
        await session.FollowUps.SummariesAsync([followUp.Id]);
        await session.FollowUps.OpenOfOwnerAsync(rows.Specialist.Id, null);
        await session.FollowUps.OpenOfOwnerAsync(rows.Specialist.Id, Day);
        await session.FollowUps.CountOpenOfOwnerAsync(rows.Specialist.Id, Day);
        await session.FollowUps.OfVisitAsync(visit.Id);
        await session.FollowUps.OpenOfClientAsync(rows.Client.Id);
        await session.FollowUps.OfPlacementAsync(visit.Id);
        await session.FollowUps.OpenStepsOfClientAsync(rows.Client.Id);
        await session.FollowUps.DoneThroughAsync(visit.Id);
        await session.Visits.HeldOfClientAsync(rows.Client.Id, Day);
        await session.FollowUps.NextContactsAsync(rows.Team.Id, rows.Specialist.Id);
        await session.FollowUps.OpenRowsOfOwnerAsync(rows.Specialist.Id);
        await session.FollowUps.DueOfTeamAsync(rows.Team.Id, Day);
        await session.FollowUps.OpenOfTeamAsync(rows.Team.Id);
        await session.FollowUps.AddAsync(rows.Comment(followUp.Id));
        await session.FollowUps.CommentsAsync(followUp.Id);
        await session.FollowUps.SaveAsync(followUp with { State = FollowUpState.Done }, 1);
        await session.FollowUps.RemoveAsync(followUp.Id, 1);
        await session.Visits.RemoveAsync(visit.Id, 1);
    }

    private static async Task PlacementsAsync(ICrmSession session, Rows rows)
    {
        var placement = rows.Placement(Day);
        await session.Placements.AddAsync(placement);
        await session.Placements.PlacementAsync(placement.Id);
        await session.Placements.OfClientAsync(rows.Client.Id);
        await session.Placements.OwingAsync(Day);
        await session.Placements.SaveAsync(placement with { EndsOn = Day }, 1);
        await session.Placements.AddAsync(rows.Change(placement.Id, Day));
        await session.Placements.ChangesAsync(placement.Id);
        await session.Placements.RemoveChangeAsync(rows.Change(placement.Id, Day).Id, 1);
        var schedule = rows.Schedule("IPS");
        await session.Schedules.AddAsync(schedule);
        await session.Schedules.ScheduleAsync(schedule.Id);
        await session.Schedules.LatestAsync(rows.Team.Id, "IPS");
        await session.Schedules.OfTeamAsync(rows.Team.Id);
        await DisclosureAndCareTeamAsync(session, rows);
        await session.Placements.RemoveAsync(rows.Client.Id, 1);
        await session.Clients.ChangeStatusAsync(rows.Client.Id, ClientStatus.JobSearch, ClientStatus.InWork);
    }

    private static async Task DisclosureAndCareTeamAsync(ICrmSession session, Rows rows)
    {
        var (permission, update, liaison) = (rows.Permission(Day), rows.Update(Day), rows.Liaison(Day));
        await session.Disclosure.AddAsync(permission);
        await session.Disclosure.PermissionAsync(permission.Id);
        await session.Disclosure.HoldingAsync(permission.ClientId, permission.EmployerId);
        await session.Disclosure.OfClientAsync(permission.ClientId);
        await session.Disclosure.LiveAtAsync(rows.Team.Id, permission.EmployerId);
        await session.Disclosure.UnpermittedOfClientAsync(permission.ClientId);
        await session.Disclosure.UnpermittedOfSpecialistAsync(rows.Specialist.Id, rows.Team.Id, Day);
        await session.Disclosure.SaveAsync(permission, 1);
        await session.Disclosure.RemoveAsync(permission.Id, 1);
        await session.CareTeam.AddAsync(update);
        await session.CareTeam.UpdatesAsync(update.ClientId);
        await session.CareTeam.RemoveUpdateAsync(update.Id, 1);
        await session.CareTeam.AddAsync(liaison);
        await session.CareTeam.LiaisonAsync(liaison.ClientId);
        await session.CareTeam.RemoveLiaisonAsync(liaison.Id, 1);
    }

    private static async Task ConversationsAsync(ICrmSession session, Rows rows)
    {
        var (received, conversation, draft) = (rows.Received(), rows.Conversation(), rows.Draft());
        await session.Conversations.AddAsync(received);
        await session.Conversations.ReceivedAsync(received.ActivityKey);
        await session.Conversations.ClaimAsync(received.ActivityKey, Rows.Now, Rows.Now);
        await session.Conversations.ClaimUndeliveredAsync(Rows.Now.AddDays(-1), Rows.Now.AddDays(1), Rows.Now.AddDays(2), 10);
        await session.Conversations.OwedAsync(received.ActivityKey, received.Answer, Rows.Now);
        await session.Conversations.InDoubtAsync(received.ActivityKey, received.Answer, Rows.Now);
        await session.Conversations.InDoubtOfAsync(rows.Specialist.Id);
        await session.Conversations.DeliveredAsync(received.ActivityKey);
        await ((CrmSession)session).Sql.ExecuteUnrecordedAsync("update received_activities set delivered_at = null where activity_key = @ActivityKey", received);
        await session.Conversations.ClaimAsync(received.ActivityKey, Rows.Now.AddDays(1), Rows.Now.AddDays(2));
        await session.Conversations.SaveAsync(conversation);
        await session.Conversations.ConversationAsync(conversation.ChannelId, conversation.ConversationId);
        await session.Conversations.UnreachableAsync(null, new DateOnly(2026, 11, 21));
        await session.Conversations.UnreachableAsync(rows.Specialist.TeamId, new DateOnly(2026, 11, 21));
        await session.Conversations.DoubtAsync(conversation.ChannelId, conversation.ConversationId, Rows.Now);
        await session.Conversations.DoubtToldAsync(conversation.ChannelId, conversation.ConversationId, Rows.Now);
        await session.Conversations.AddAsync(draft);
        await session.Conversations.DraftAsync(draft.Id);
        await session.Conversations.DraftsOfAsync(rows.Specialist.Id, Rows.Now);
        await session.Conversations.HasDraftsAsync(rows.Specialist.Id, Rows.Now);
        await session.Conversations.SaveAsync(draft, 1);
        await session.Conversations.RemoveDraftAsync(draft.Id);
        await session.Conversations.SaveAsync(new ShownList { SpecialistId = rows.Specialist.Id, ShownAt = Rows.Now, ItemIds = string.Empty });
        await session.Conversations.ShownListAsync(rows.Specialist.Id);
        var card = rows.Card(rows.Employer.Id);
        await session.Conversations.SaveAsync(card);
        await session.Conversations.SaveAsync(card);
        await session.Conversations.CardsOfAsync(rows.Employer.Id);
        await session.Conversations.ForgetAsync(Rows.Now, Rows.Now, Rows.Now);
    }

    private static async Task AuditAndUndoAsync(ICrmSession session, Rows rows)
    {
        var (entry, step) = (rows.Entry(rows.Employer.Id), rows.Step(rows.Employer.Id));
        await session.Audit.AddAsync(entry, [new() { AuditId = entry.Id, Field = "name", OldValue = "a", NewValue = "b" }]);
        await session.Audit.OfAsync(rows.Employer.Id);
        await session.Audit.ValuesAsync(entry.Id);
        await session.Undo.AddAsync(step);
        await session.Undo.StepAsync(step.Id);
        await session.Undo.LatestAsync(rows.Specialist.Id, Rows.Now.AddDays(-1));
        await session.Undo.LatestOfSubjectAsync(rows.Employer.Id);
        await session.Undo.OpenOfSubjectAsync(rows.Employer.Id);
        await session.Undo.OpenOfSpecialistAsync(rows.Specialist.Id, Rows.Now.AddDays(-1));
        await session.Undo.SaveRowsAsync(step.Id, "[]");
        await session.Undo.UndoneAsync(step.Id, Rows.Now);
    }

    private static async Task JobsAsync(ICrmSession session, Rows rows)
    {
        var run = new JobRun
        {
            Id = rows.Team.Id, Job = "nightly", DueAt = Rows.Now, State = JobRunState.Running, Lease = rows.Team.Id, LeaseUntil = Rows.Now, Attempts = 1, StartedAt = Rows.Now,
            AskedById = rows.Specialist.Id,
        };
        await session.Jobs.AddAsync(run);
        await session.Jobs.RunAsync(run.Job, run.DueAt);
        await session.Jobs.UnfinishedAsync();
        await session.Jobs.LatestAsync(run.Job, 30);
        await session.Jobs.LastDoneAsync(run.Job, Rows.Now);
        await session.Jobs.TakeAsync(run with { Attempts = 2 }, Rows.Now);
        await session.Jobs.RenewAsync(run.Id, run.Lease, Rows.Now.AddMinutes(2));
        await session.Jobs.EndAsync(run with { State = JobRunState.Failed, EndedAt = Rows.Now, Failure = "TimeoutException", Reference = "3f2a9c01" });
        await session.Jobs.SupersedeAsync(run.Job, Rows.Now.AddDays(1), Rows.Now);
        await session.Jobs.ForgetAsync(run.Job, Rows.Now.AddDays(1));
        await session.Jobs.ForgetAheadAsync(Rows.Now.AddDays(1));
        await session.Jobs.AddAsync(new JobPause { Id = rows.Team.Id, Job = run.Job, PausedAt = Rows.Now, PausedById = rows.Specialist.Id });
        await session.Jobs.PausesAsync();
        await session.Jobs.ResumeAsync(run.Job);
    }

    private static async Task RebuildAsync(CrmStore store, Rows rows)
    {
        await store.Write(async session =>
        {
            var sql = ((CrmSession)session).Sql;
            await session.Visits.CountAsync(rows.Colleague.Id, Day, new WeekTally { All = 1 });
            await session.Visits.AddAsync(rows.Visit() with { Id = rows.Colleague.Id, SpecialistId = rows.Colleague.Id });
            await sql.ExecuteUnrecordedAsync("update employers set name_key = 'x', name = 'Fryday' where id = @Id", rows.Employer);
            await sql.ExecuteUnrecordedAsync("delete from employer_key_counts where employers = 1");
        });
        Assert.NotEmpty(await store.RebuildAsync());
        Assert.Empty(await store.RebuildAsync());
    }
}
