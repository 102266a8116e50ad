using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Engagement;

/// <summary>"Why this level": the records behind it, as one person may see them.</summary>
internal sealed class EvidenceLines(ICrmSession session, Actor actor, EngagementOptions options, DateOnly today)
{
    private const int MostContacts = 60;

    public async Task<IReadOnlyList<EvidenceLine>> OfAsync(Employer employer, LevelSum sum)
    {
        var contacts = await session.Engagement.ContactsAsync(employer.Id, options.Since(today), MostContacts);
        var lines = new List<EvidenceLine>();
        foreach (var kind in EvidenceKinds.All.Where(kind => sum.Counts[kind] > 0))
        {
            if (!kind.IsAboutClients())
                lines.Add(new EvidenceLine(kind, sum.Counts[kind], Elsewhere: false, await RowsAsync(kind, employer, contacts)));
            else if (actor is { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead } && await OwnAsync(kind, employer.Id, teamId) is var own)
                lines.Add(new EvidenceLine(kind, own.Count, Elsewhere: sum.Counts[kind] > own.Count, own));
        }

        return lines;
    }

    private async Task<IReadOnlyList<EvidenceRow>> RowsAsync(EvidenceKind kind, Employer employer, IReadOnlyList<ContactFact> contacts)
    {
        if (kind == EvidenceKind.Opening)
        {
            return
            [
                .. (await session.Openings.OfEmployerAsync(employer.Id)).OrderByDescending(opening => opening.RecordedAt)
                    .Select(opening => (On: DateOnly.FromDateTime(LondonClock.ToLocal(opening.RecordedAt)), opening.Job))
                    .Where(opening => options.IsCounting(kind, opening.On, today)).Take(MostContacts).Select(opening => new EvidenceRow(opening.On, null, null, opening.Job)),
            ];
        }

        var rows = contacts.Where(contact => Counts(kind, Evidence.Of(contact.On, contact.Channel, contact.Reached, contact.Purpose)))
            .Select(contact => new EvidenceRow(contact.On, contact.SpecialistName, contact, null));
        return kind == EvidenceKind.Needs && Counts(kind, Evidence.Of(employer))
            ? [new EvidenceRow(employer.NeedsRecordedOn!.Value, null, null, null), .. rows]
            : [.. rows];
    }

    private async Task<IReadOnlyList<EvidenceRow>> OwnAsync(EvidenceKind kind, Guid employerId, Guid teamId) =>
    [
        .. from job in await session.Engagement.JobsAsync(employerId, teamId)
           from evidence in Evidence.Of(new(job.StartsOn, job.EndsOn), options)
           where Counts(kind, [evidence])
           orderby evidence.On descending
           select new EvidenceRow(evidence.On, null, null, job.ClientReference),
    ];

    private bool Counts(EvidenceKind kind, IEnumerable<Evidence> evidence) => evidence.Any(item => item.Counts[kind] > 0 && options.IsCounting(kind, item.On, today));
}
