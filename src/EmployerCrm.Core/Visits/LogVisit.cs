using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Visits;

/// <summary>An employer contact to record. Either a known employer or the name of a new one; likewise the contact.</summary>
public sealed record LogVisit
{
    /// <summary>The key of the visit, where a line or form has one before it is recorded: the same one is recorded once.</summary>
    public Guid? Id { get; init; }

    public Guid? EmployerId { get; init; }

    public string? NewEmployerName { get; init; }

    public Guid? ContactId { get; init; }

    /// <summary>A name as typed: a known contact of the employer with that name is taken, else one is added.</summary>
    public string? ContactName { get; init; }

    /// <summary>Whether the name is somebody new, also where a colleague of theirs has the same first name.</summary>
    public bool ContactIsNew { get; init; }

    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public string? ClientReference { get; init; }

    /// <summary>The planned visit, of the same person at the same employer, that this completes: it becomes this contact and is counted once.</summary>
    public Guid? PlannedVisitId { get; init; }

    public VisitState State { get; init; } = VisitState.Held;

    public required Channel Channel { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }

    public string? Notes { get; init; }

    /// <summary>What was said of purpose, who was reached and the client; the rest is proposed.</summary>
    public StatedFacts Stated { get; init; } = StatedFacts.Nothing;

    public PromisedStep? Next { get; init; }

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }

    /// <summary>What the guard looks at: the notes and the next step, in this order.</summary>
    public TypedTexts Typed => new()
    {
        EmployerId = EmployerId, NewEmployerName = NewEmployerName, ClientReference = ClientReference, Texts = [Notes, Next?.Title],
    };
}

/// <summary>What was promised at a visit: it becomes a follow-up.</summary>
public sealed record PromisedStep(string Title, DateOnly? DueOn);

/// <summary>A visit with everything a person reads about it.</summary>
public sealed record VisitView(Visit Visit, Employer Employer, Contact? Contact, string? ClientReference, FollowUp? Next);

/// <summary>A visit that was recorded.</summary>
/// <param name="UndoId">The step that takes it back.</param>
/// <param name="DueNow">Follow-ups of the person that are overdue or due today.</param>
public sealed record VisitLogged(VisitView View, Guid UndoId, WeekProgress Week, int DueNow)
{
    /// <summary>Whether the contact was added with this visit.</summary>
    public bool ContactAdded { get; init; }

    /// <summary>Whether it counts towards the week, and whether that has to be confirmed.</summary>
    public CountStanding Standing { get; init; }

    /// <summary>The day on which a thank-you would be due; null where none is offered.</summary>
    public DateOnly? ThankYouDue { get; init; }

    /// <summary>What it did of what is owed about its client; null for a general contact, and where it is only shown.</summary>
    public VisitSupport? Support { get; init; }

    /// <summary>Whether to ask what comes next: it was held, nothing is owed from it, and nobody has said that nothing comes next.</summary>
    public bool OffersNextStep => View is { Visit: { State: VisitState.Held, NothingNext: false }, Next: null };
}

/// <summary>What a contact that names a client came to beside itself.</summary>
/// <param name="IsPermitted">Whether a live disclosure permission holds. Without one the contact is recorded, for it has happened, and said to lack it.</param>
public sealed record VisitSupport(OwedChange Owed, bool IsPermitted);
