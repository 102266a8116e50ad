using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>Which employers lie in a town or postcode district, with who was there last and who will be.</summary>
public sealed class NearEmployers(ICrmStore store, LondonClock clock)
{
    public const int Most = 10;

    private const int LongestPlace = 60;

    /// <summary>By town ("Otley", slips allowed), postcode district ("LS21"), area ("LS") or whole postcode, which stands for its district. The most engaged first.</summary>
    public Task<Outcome<NearShown>> OfAsync(Actor actor, string place, Alongside<Outcome<NearShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(place);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<NearShown>> Body(ICrmSession session)
        {
            if (actor is not { SpecialistId: { } specialistId, Role: Role.Specialist or Role.TeamLead })
                return RefusalReason.NotAllowed;
            var (named, key) = place.Length > LongestPlace ? (null, string.Empty) : await UnderstoodAsync(session, place);
            if (named is null)
                return RefusalReason.NotFound;
            var (employers, total) = await session.Employers.NearAsync(key, today, Most);
            return employers.Count == 0 ? RefusalReason.NotFound : new NearShown(named, employers, total, today, specialistId);
        }
    }

    private static async Task<(string? Place, string Key)> UnderstoodAsync(ICrmSession session, string place)
    {
        if (Postcode.OutwardOrNull(place) is { } outward && KeyMarks.ForPostcode(outward) is { Count: > 0 } keys)
            return (outward, keys.Last());
        var words = FoldedText.Words(place);
        if (words.Count == 0)
            return (null, string.Empty);
        var like = await session.Employers.TownsLikeAsync(KeyMarks.ForQuery(KeyMarks.Town, words));
        var typed = FoldedText.Key(place);
        // The town itself, else the one that most employers with a word like it lie in.
        var town = like.FirstOrDefault(town => FoldedText.Key(town) == typed)
            ?? like.GroupBy(town => town, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return (town, town is null ? string.Empty : KeyMarks.Town + FoldedText.Key(town));
    }
}
