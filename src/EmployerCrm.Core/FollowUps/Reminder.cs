using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.FollowUps;

/// <summary>Something a person asks to be reminded of, without a visit it was promised at.</summary>
public sealed record AddReminder
{
    /// <summary>The key of the reminder, where a line or form has one before it is recorded: the same one is recorded once.</summary>
    public Guid? Id { get; init; }

    public required string Title { get; init; }

    public Guid? EmployerId { get; init; }

    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public string? ClientReference { get; init; }

    /// <summary>The day in London; null when none was said.</summary>
    public DateOnly? DueOn { get; init; }

    public TimeOnly? DueAt { get; init; }

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }

    /// <summary>What the guard looks at.</summary>
    public TypedTexts Typed => new() { EmployerId = EmployerId, ClientReference = ClientReference, Texts = [Title] };
}

/// <summary>A reminder that was recorded.</summary>
/// <param name="UndoId">The step that takes it back.</param>
public sealed record ReminderAdded(FollowUpSummary Item, string? ClientReference, DateOnly Today, Guid UndoId);

public static class ReminderRules
{
    public static Refusal? Check(AddReminder reminder, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        if (string.IsNullOrWhiteSpace(reminder.Title))
            return new Refusal(RefusalReason.TitleMissing);
        if (reminder.Title.Trim().Length > Limits.Title)
            return new Refusal(RefusalReason.TextTooLong);
        if (reminder.DueOn is not { } due)
            return reminder.DueAt is null ? null : new Refusal(RefusalReason.DateMissing);
        return VisitRules.CheckDay(VisitState.Planned, due, today);
    }
}
