namespace EmployerCrm.Core.Clients;

/// <summary>A client to take on. Nothing about the person but what the work needs.</summary>
public sealed record NewClient
{
    /// <summary>The key of the client, where a line or form has one before it is recorded: the same one is recorded once.</summary>
    public Guid? Id { get; init; }

    /// <summary>As a person types it; found in the service's list.</summary>
    public required string Programme { get; init; }

    /// <summary>The day in London on which the person entered the programme; may lie years back.</summary>
    public required DateOnly EnteredOn { get; init; }

    /// <summary>As a person types them; found in the service's list.</summary>
    public IReadOnlyList<string> PreferredJobTypes { get; init; } = [];

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }
}

/// <summary>A client as a form shows it.</summary>
/// <param name="Standing">What the client is today.</param>
/// <param name="UndoId">The step that takes the last change back; null when nothing was changed.</param>
public sealed record ClientSaved(Client Client, IReadOnlyList<string> PreferredJobTypes, ClientStatus Standing, Guid? UndoId);

public static class ClientRules
{
    public const int MostJobTypes = 10;

    /// <summary>Who entered longer ago than this (20 years) was entered with a slip in the year.</summary>
    public const int OldestEntryDays = 7305;

    public static Refusal? CheckEntry(DateOnly enteredOn, DateOnly today)
    {
        if (enteredOn > today)
            return new Refusal(RefusalReason.FutureDate);
        return enteredOn < today.AddDays(-OldestEntryDays) ? new Refusal(RefusalReason.DayUnlikely) : null;
    }

    /// <summary>The programme from the list, or the refusal that names the list.</summary>
    public static (string? Name, Refusal? Refusal) Programme(ClientLists lists, string typed)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return lists.FindProgramme(typed) is { } name ? (name, null) : (null, new Refusal(RefusalReason.ProgrammeUnknown) { Names = lists.ProgrammeNames });
    }

    /// <summary>The job types from the list, each once, or the refusal that names the list.</summary>
    public static (IReadOnlyList<string> Names, Refusal? Refusal) JobTypes(ClientLists lists, IReadOnlyList<string> typed)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Count > MostJobTypes)
            return ([], new Refusal(RefusalReason.TooManyAtOnce));
        var found = typed.Select(lists.FindJobType).ToList();
        return found.Contains(null)
            ? ([], new Refusal(RefusalReason.JobTypeUnknown) { Names = lists.JobTypes })
            : ([.. found.Distinct(StringComparer.Ordinal)!], null);
    }
}
