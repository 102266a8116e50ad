using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Privacy;

/// <summary>What people typed that is about to be stored, with the record that it belongs to.</summary>
public sealed record TypedTexts
{
    public Guid? EmployerId { get; init; }

    public string? NewEmployerName { get; init; }

    public string? ClientReference { get; init; }

    /// <summary>Notes, titles of next steps and reminders; in this order they come back.</summary>
    public required IReadOnlyList<string?> Texts { get; init; }

    /// <summary>No text at all.</summary>
    public static readonly TypedTexts None = new() { Texts = [] };
}

/// <summary>One text with what the guard found in it.</summary>
public sealed record CheckedText(string Text, IReadOnlyList<GuardHit> Hits)
{
    /// <summary>Kinds and counts, no word: what is printed may end in a log.</summary>
    public override string ToString() => GuardCounts.Of(Hits).ToString();

    /// <summary>The words of a hit, for the question. They go to their author and nowhere else: no log, no store.</summary>
    public string Words(GuardHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return Text.Substring(hit.Start, hit.Length);
    }
}

/// <summary>What the guard found in all texts of a record.</summary>
/// <param name="Around">What it was found with; <see cref="FreeTextGuard.Remove"/> takes the same.</param>
public sealed record CheckedTexts(IReadOnlyList<CheckedText> Texts, GuardSurroundings Around, string WordsVersion)
{
    public GuardCounts Found { get; } = GuardCounts.Of(Texts.SelectMany(text => text.Hits));

    /// <summary>
    /// Null when the texts may be stored: nothing was found, or its author said of as much as was found that it is not about a person. Only that answer
    /// lets something through; after Remove and Edit there is nothing to be found.
    /// </summary>
    public Refusal? RefusalFor(GuardDecision? decision) =>
        Found.IsNone || (decision is { Choice: GuardChoice.Kept } && decision.Found.Covers(Found)) ? null : new Refusal(RefusalReason.FreeTextNeedsAnswer) { FreeText = this };

    /// <summary>The answer as use cases take it.</summary>
    public GuardDecision Decided(GuardChoice choice) => new(choice, Found, WordsVersion);

    /// <summary>Kinds and counts, no word: what is printed may end in a log.</summary>
    public override string ToString() => Found.ToString();
}

/// <summary>Refuses to store text that its author must be asked about. Every use case that stores free text calls it inside its transaction.</summary>
public sealed class FreeTextCheck(FreeTextGuard guard)
{
    /// <summary>
    /// Checks the texts beside what the store knows of the employer's people and of the author. A contact who is only now being added is not among them:
    /// a name typed beside a reference may be read as a new contact, and is the client's.
    /// </summary>
    public async Task<CheckedTexts> CheckAsync(ICrmSession session, Actor actor, TypedTexts typed)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Texts.All(string.IsNullOrWhiteSpace))
            return new CheckedTexts([.. typed.Texts.Select(text => new CheckedText(text ?? "", []))], GuardSurroundings.None, guard.WordsVersion);
        var around = await AroundAsync(session, actor, typed);
        return new CheckedTexts([.. typed.Texts.Select(text => new CheckedText(text ?? "", guard.Check(text, around)))], around, guard.WordsVersion);
    }

    /// <summary>As above, for a use case: null when the texts may be stored with this answer.</summary>
    public async Task<Refusal?> RefusalAsync(ICrmSession session, Actor actor, TypedTexts typed, GuardDecision? decision) =>
        (await CheckAsync(session, actor, typed)).RefusalFor(decision);

    /// <summary>As above, for texts of a visit that is recorded.</summary>
    internal async Task<Refusal?> RefusalAsync(ICrmSession session, Actor actor, Visit visit, IReadOnlyList<string?> texts, GuardDecision? decision) =>
        texts.All(string.IsNullOrWhiteSpace) ? null : (await CheckAsync(session, actor, await OfAsync(session, visit, texts))).RefusalFor(decision);

    /// <summary>Texts of a visit that is recorded, as the check takes them.</summary>
    public static async Task<TypedTexts> OfAsync(ICrmSession session, Visit visit, IReadOnlyList<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(visit);
        var client = visit.ClientId is { } clientId ? await session.Clients.ClientAsync(clientId) : null;
        return new TypedTexts { EmployerId = visit.EmployerId, ClientReference = client?.Reference, Texts = texts };
    }

    private static async Task<GuardSurroundings> AroundAsync(ICrmSession session, Actor actor, TypedTexts typed)
    {
        var people = new List<string>();
        var places = new List<string>();
        if (typed.EmployerId is { } employerId)
        {
            people.AddRange((await session.Employers.ContactsAsync(employerId)).Select(contact => contact.Name));
            if (await session.Employers.EmployerAsync(employerId) is { } employer)
                places.AddRange([employer.Name, employer.Town ?? ""]);
        }

        if (typed.NewEmployerName is { } newName)
            places.Add(newName);
        if (actor.SpecialistId is { } specialistId && await session.People.SpecialistAsync(specialistId) is { } author)
            people.Add(author.Name);
        return new GuardSurroundings { Client = typed.ClientReference, People = people, Places = places };
    }
}
