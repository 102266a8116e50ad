using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>
/// What is known of employers and contacts beside their names. Phone numbers are of the ranges that are kept free for drama, addresses at example domains, company
/// numbers not issued. Drawn from a source of its own, so that the rest of the sample stays as it is.
/// </summary>
internal sealed class SampleDetails(SampleSource source)
{
    private static readonly string[] Streets = ["Main Street", "Market Place", "Mill Lane", "Station Road", "Church Street", "Bridge Street", "Canal Wharf", "Westgate", "Boroughgate"];
    private static readonly string[] Tags = ["living wage", "takes apprentices", "near a bus stop", "quiet place", "flexible hours"];
    private static readonly string[] Sources = ["job fair", "walked in", "a colleague's contact", "chamber of commerce"];
    private static readonly string[] BestTimes = ["after 2", "mornings", "not Fridays", "before 11", "Tuesdays and Wednesdays"];

    public SampleEmployer Fill(SampleEmployer bare)
    {
        var employer = Fill(bare.Employer);
        var site = FoldedText.Key(employer.Name).Replace(' ', '-') + ".example.com";
        return new SampleEmployer(employer, [.. bare.Contacts.Select((contact, place) => Fill(contact, site, place == 0))]);
    }

    private Employer Fill(Employer employer)
    {
        var sector = SampleSector.Of(employer.Sector);
        var isCompany = sector.Form == LegalForm.Company || employer.Name.EndsWith(" Ltd", StringComparison.Ordinal);
        var level = source.Chance(0.2) ? source.Between(1, 3) : (int?)null;
        var hasNeeds = source.Chance(0.55);
        return employer with
        {
            SicSection = Sic2007.Division(sector.Division)!.Section,
            SicDivision = sector.Division,
            SizeBand = source.Chance(0.8) ? sector.Size : null,
            LegalForm = isCompany ? LegalForm.Company : source.Chance(0.8) ? sector.Form : LegalForm.Unknown,
            CompanyNumber = isCompany && source.Chance(0.5) ? string.Create(CultureInfo.InvariantCulture, $"99{source.Between(0, 999_999):D6}") : null,
            Address = $"{source.Between(1, 120)} {source.Pick(Streets)}",
            Postcode = SampleTowns.District(employer.Town) is { } district ? $"{district} {source.Between(0, 9)}{source.Pick("XYZ".ToCharArray())}{source.Pick("WXYZ".ToCharArray())}" : null,
            Website = source.Chance(0.6) ? $"https://{FoldedText.Key(employer.Name).Replace(' ', '-')}.example.com" : null,
            Tags = [.. Tags.Where(_ => source.Chance(0.15))],
            DisabilityConfidentLevel = level,
            DisabilityConfidentEndsOn = level is null ? null : source.DayBetween(source.Today.AddDays(20), source.Today.AddYears(3).AddDays(-1)),
            Source = source.Chance(0.4) ? source.Pick(Sources) : null,
            Needs = hasNeeds ? source.Pick(sector.Needs) : null,
            NeedsRecordedOn = hasNeeds ? source.DayBetween(source.FirstDay, source.Yesterday) : null,
        };
    }

    private Contact Fill(Contact contact, string site, bool isFirst)
    {
        var told = source.Chance(0.7);
        return contact with
        {
            Email = source.Chance(0.6) ? $"{string.Join('.', FoldedText.Words(contact.Name))}@{site}" : null,
            Phone = isFirst || source.Chance(0.5) ? Phone() : null,
            PreferredChannel = source.Chance(0.5) ? source.Pick([Channel.InPerson, Channel.Phone, Channel.Email]) : null,
            BestTime = source.Chance(0.4) ? source.Pick(BestTimes) : null,
            LawfulBasis = told ? LawfulBasis.PublicTask : null,
            ToldOn = told ? source.DayBetween(source.FirstDay, source.Yesterday) : null,
            ObjectedOn = null,
        };
    }

    private string Phone() => string.Create(CultureInfo.InvariantCulture, $"{source.Pick(["+441134960", "+441632960", "+447700900"])}{source.Between(100, 999):D3}");

    /// <summary>What was heard of in the last weeks, most of it still live.</summary>
    public IReadOnlyList<Opening> Openings(IReadOnlyList<SampleEmployer> employers, IReadOnlyList<Visit> visits)
    {
        var recent = visits.Where(visit => visit.State == VisitState.Held && visit.On >= source.Today.AddDays(-30)).OrderBy(visit => visit.LoggedAt).ThenBy(visit => visit.Id).ToList();
        var byId = employers.ToDictionary(employer => employer.Employer.Id);
        return
        [
            .. recent.DistinctBy(visit => visit.EmployerId).Where(_ => source.Chance(0.35)).Select(visit =>
            {
                var job = source.Pick(SampleSector.Of(byId[visit.EmployerId].Employer.Sector).Jobs);
                var from = source.Chance(0.5) ? source.Today.AddDays(source.Between(5, 40)) : (DateOnly?)null;
                return new Opening
                {
                    Id = source.NewId(visit.LoggedAt), EmployerId = visit.EmployerId, TeamId = visit.TeamId, Job = job,
                    JobType = JobTypeWords.Find(Core.Clients.ClientLists.Default, job), Hours = source.Chance(0.6) ? $"{source.Between(4, 10) * 4} hours a week" : null, From = from,
                    ClosesOn = (from ?? LondonDay(visit)).AddDays(Core.Employers.Openings.AssumedDays), SaidById = visit.ContactId, RecordedById = visit.SpecialistId,
                    RecordedAt = visit.LoggedAt, Version = 1,
                };
            }),
        ];
    }

    private static DateOnly LondonDay(Visit visit) => DateOnly.FromDateTime(LondonClock.ToLocal(visit.LoggedAt));
}
