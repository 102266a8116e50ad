using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.People;

/// <summary>The use cases on people, with an admin beside the stored rows.</summary>
internal sealed record PeopleScene(TestDatabase Database, Rows Rows, Specialist AdminPerson)
{
    private readonly LondonClock _clock = new(new StandingClock(Rows.Now));

    public Actor Admin => Actor.For(AdminPerson, Via.Web);

    public DateOnly Today => _clock.Today;

    public PeopleEditing Editing => new(Database.Store, _clock, Database.Ids);

    public TeamEditing Teams => new(Database.Store, _clock, Database.Ids);

    public Handovers Handovers => new(Database.Store, _clock, Database.Ids);

    public FirstRun FirstRun => new(Database.Store, _clock, Database.Ids);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PeopleScene> OpenAsync(TestDatabase database)
    {
        database.SkipUnlessAvailable();
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var admin = rows.Person("Cal Moss", Role.Admin);
        await database.Store.Write(session => session.People.AddAsync(admin));
        return new PeopleScene(database, rows, admin);
    }

    public AddPerson Joiner() => new() { ObjectId = Rows.Person("X", Role.Specialist).ObjectId, Name = "Dai Pugh", TeamId = Rows.Team.Id };

    public async Task<AuditEntry> AuditAsync(Guid recordId) => (await Database.Store.Read(session => session.Audit.OfAsync(recordId)))[^1];
}
