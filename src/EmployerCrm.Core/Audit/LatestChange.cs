namespace EmployerCrm.Core.Audit;

internal static class LatestChange
{
    /// <summary>That a record moved on meanwhile, with who changed it last and when.</summary>
    public static async Task<Refusal> RefusalAsync(ICrmSession session, Guid recordId)
    {
        var latest = await session.Audit.OfAsync(recordId) is [.., var last] ? last : null;
        var by = latest?.SpecialistId is { } id ? await session.People.SpecialistAsync(id) : null;
        return new Refusal(RefusalReason.ChangedMeanwhile, by?.Name, latest?.At);
    }
}
