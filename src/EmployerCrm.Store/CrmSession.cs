using EmployerCrm.Core;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Audit;
using EmployerCrm.Store.CareTeam;
using EmployerCrm.Store.Clients;
using EmployerCrm.Store.Conversations;
using EmployerCrm.Store.Digest;
using EmployerCrm.Store.Disclosure;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Engagement;
using EmployerCrm.Store.FollowUps;
using EmployerCrm.Store.Jobs;
using EmployerCrm.Store.Outbox;
using EmployerCrm.Store.People;
using EmployerCrm.Store.Placements;
using EmployerCrm.Store.Schedules;
using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Undo;
using EmployerCrm.Store.Visits;

namespace EmployerCrm.Store;

internal sealed class CrmSession(Session session) : ICrmSession
{
    public Session Sql => session;

    public IPeopleRecords People => new PeopleRecords(session);

    public ISettingsRecords Settings => new SettingsRecords(session);

    public IClientRecords Clients => new ClientRecords(session);

    public IClientContactRecords ClientContacts => new ClientContactRecords(session);

    public IEmployerRecords Employers => new EmployerRecords(session);

    public IOpeningRecords Openings => new OpeningRecords(session);

    public IEmployerLists EmployerLists => new EmployerLists(session);

    public ISavedViewRecords SavedViews => new SavedViewRecords(session);

    public IEngagementRecords Engagement => new EngagementRecords(session);

    public IVisitRecords Visits => new VisitRecords(session);

    public IFollowUpRecords FollowUps => new FollowUpRecords(session);

    public IPlacementRecords Placements => new PlacementRecords(session);

    public IScheduleRecords Schedules => new ScheduleRecords(session);

    public IDisclosureRecords Disclosure => new DisclosureRecords(session);

    public ICareTeamRecords CareTeam => new CareTeamRecords(session);

    public IConversationRecords Conversations => new ConversationRecords(session);

    public IOutboxRecords Outbox => new OutboxRecords(session);
    public IDigestRecords Digests => new DigestRecords(session);

    public IAuditRecords Audit => new AuditRecords(session);

    public IUndoRecords Undo => new UndoRecords(session);

    public IJobRecords Jobs => new JobRecords(session);
}
