using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

internal sealed class EmployerRecords(Session session) : IEmployerRecords
{
    private const string AddEmployerSql = """
        insert into employers (
          id, name, name_key, trading_names, branch_of_id, town, town_key, sector, sic_section, sic_division, size_band, legal_form, company_number, address, postcode,
          website, tags, disability_confident_level, disability_confident_ends_on, source, needs, needs_recorded_on, notes, do_not_approach_since, archived_on,
          team_id, owner_id, created_at, version)
        values (
          @Id, @Name, @NameKey, @TradingNames, @BranchOfId, @Town, @TownKey, @Sector, @SicSection, @SicDivision, @SizeBand, @LegalForm, @CompanyNumber, @Address, @Postcode,
          @Website, @Tags, @DisabilityConfidentLevel, @DisabilityConfidentEndsOn, @Source, @Needs, @NeedsRecordedOn, @Notes, @DoNotApproachSince, @ArchivedOn,
          @TeamId, @OwnerId, @CreatedAt, @Version)
        """;

    private const string SaveEmployerSql = """
        update employers
        set name = @Name, name_key = @NameKey, trading_names = @TradingNames, branch_of_id = @BranchOfId, town = @Town, town_key = @TownKey, sector = @Sector,
          sic_section = @SicSection, sic_division = @SicDivision, size_band = @SizeBand, legal_form = @LegalForm, company_number = @CompanyNumber, address = @Address,
          postcode = @Postcode, website = @Website, tags = @Tags, disability_confident_level = @DisabilityConfidentLevel,
          disability_confident_ends_on = @DisabilityConfidentEndsOn, source = @Source, needs = @Needs, needs_recorded_on = @NeedsRecordedOn, notes = @Notes,
          do_not_approach_since = @DoNotApproachSince, archived_on = @ArchivedOn, team_id = @TeamId, owner_id = @OwnerId, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveUnusedEmployerSql = """
        delete from employers
        where id = @Id and version = @Version
          and not exists (select 1 from contacts c where c.employer_id = @Id)
          and not exists (select 1 from visits v where v.employer_id = @Id)
          and not exists (select 1 from follow_ups f where f.employer_id = @Id)
          and not exists (select 1 from placements p where p.employer_id = @Id)
          and not exists (select 1 from disclosure_permissions d where d.employer_id = @Id)
          and not exists (select 1 from openings o where o.employer_id = @Id)
          and not exists (select 1 from employers b where b.branch_of_id = @Id)
          and not exists (select 1 from employer_activity a where a.employer_id = @Id)
          and not exists (select 1 from employer_level_overrides o where o.employer_id = @Id)
        """;

    private readonly EmployerActivityRows _activity = new(session);
    private readonly EmployerKeyRows _keys = new(session);
    private readonly ContactRecords _contacts = new(session);
    private readonly EmployerSummaryRows _summaries = new(session);

    public async Task<Employer?> EmployerAsync(Guid id) => (await new EmployerRows(session).OfAsync([id])).GetValueOrDefault(id);

    public Task<Contact?> ContactAsync(Guid id) => _contacts.ContactAsync(id);

    public async Task<IReadOnlyList<Contact>> ContactsAsync(Guid employerId) => (await new EmployerRows(session).ContactsAsync([employerId]))[employerId];

    public async Task<IReadOnlyList<DirectoryEmployer>> WithKeysAsync(Actor actor, IReadOnlyCollection<string> keys) =>
        await WithRingsAsync(actor, await CandidatesAsync(actor, keys));

    public Task<IReadOnlyList<DirectoryEmployer>> CandidatesAsync(Actor actor, IReadOnlyCollection<string> keys) => new EmployerSearch(session, actor).WithKeysAsync(keys);

    public Task<IReadOnlyList<DirectoryEmployer>> WithRingsAsync(Actor actor, IReadOnlyList<DirectoryEmployer> employers) => new EmployerRings(session, actor).OfAsync(employers);

    public Task<IReadOnlyList<EmployerActivity>> ActivityAsync(Guid employerId) => _activity.OfAsync(employerId);

    public Task<EmployerOverview?> OverviewAsync(Guid employerId, Guid? teamId, DateOnly today) => new EmployerOverviewRows(session, this).OfAsync(employerId, teamId, today);

    public async Task AddAsync(Employer employer)
    {
        await session.ExecuteAsync(AddEmployerSql, EmployerValues.Of(employer, 0));
        await _keys.AddAsync(employer.Id, EmployerKeySource.Of(employer, []));
        await _summaries.AddAsync(employer);
    }

    public async Task AddAsync(Contact contact)
    {
        await _contacts.AddAsync(contact);
        await SetKeysAsync(contact.EmployerId);
    }

    public async Task<bool> SaveAsync(Employer employer, int expectedVersion)
    {
        if (await session.ExecuteAsync(SaveEmployerSql, EmployerValues.Of(employer, expectedVersion)) == 0)
            return false;
        await SetKeysAsync(employer.Id);
        await _summaries.ChangeAsync(employer);
        return true;
    }

    public async Task<bool> SaveAsync(Contact contact, int expectedVersion)
    {
        if (!await _contacts.SaveAsync(contact, expectedVersion))
            return false;
        await SetKeysAsync(contact.EmployerId);
        return true;
    }

    public async Task<bool> RemoveEmployerIfUnusedAsync(Guid id, int version)
    {
        var keys = await _keys.OfAsync(id);
        if (await session.ExecuteAsync(RemoveUnusedEmployerSql, new { Id = id, Version = version }) == 0)
            return false;
        await _keys.CountLessAsync(keys);
        return true;
    }

    public async Task<bool> RemoveContactIfUnusedAsync(Guid id, int version)
    {
        if (await _contacts.ContactAsync(id) is not { } contact || !await _contacts.RemoveIfUnusedAsync(id, version))
            return false;
        await SetKeysAsync(contact.EmployerId);
        return true;
    }

    public async Task CountActivityAsync(Guid employerId, Guid specialistId, DateOnly on, bool inPerson)
    {
        await _activity.CountAsync(employerId, specialistId, on, inPerson);
        await _summaries.ContactAsync(employerId, on);
    }

    public async Task RecountActivityAsync(Guid employerId, Guid specialistId)
    {
        await _activity.RecountAsync(employerId, specialistId);
        await _summaries.LastContactAsync(employerId);
    }

    private async Task SetKeysAsync(Guid employerId)
    {
        if (await EmployerAsync(employerId) is { } employer)
            await _keys.SetAsync(employerId, EmployerKeySource.Of(employer, await ContactsAsync(employerId)));
    }
}
