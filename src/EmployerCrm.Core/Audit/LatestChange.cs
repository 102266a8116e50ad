namespace EmployerCrm.Core.Audit;

internal static class LatestChange
{
    /// <summary>That a record moved on meanwhile, with who changed it last, when, and which fields.</summary>
    public static async Task<Refusal> RefusalAsync(ICrmSession session, Guid recordId)
    {
        if (await session.Audit.OfAsync(recordId) is not [.., var latest])
            return new Refusal(RefusalReason.ChangedMeanwhile);
        var by = latest.SpecialistId is { } id ? await session.People.SpecialistAsync(id) : null;
        return new Refusal(RefusalReason.ChangedMeanwhile, by?.Name, latest.At) { Fields = [.. (await session.Audit.ValuesAsync(latest.Id)).Select(value => value.Field)] };
    }
}
