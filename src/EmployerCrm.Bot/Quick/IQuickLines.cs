using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Quick;

/// <summary>Lines typed on a page, read as those in the chat are: by the same reader, in the same directory, less a client's name.</summary>
public interface IQuickLines
{
    /// <summary>A line as understood, typed at this instant.</summary>
    Task<QuickLine> ReadAsync(Actor actor, string text, DateTimeOffset typedAt, CancellationToken cancellationToken);

    /// <summary>The employers that a name by itself may mean.</summary>
    Task<QuickEmployer> EmployerAsync(Actor actor, string name, CancellationToken cancellationToken);

    /// <summary>The client of the actor's team whose reference the text is.</summary>
    Task<QuickClient> ClientAsync(Actor actor, string text, CancellationToken cancellationToken);

    /// <summary>Who at the employer a typed name may mean.</summary>
    QuickContact Contact(string name, IReadOnlyList<Contact> people);
}

/// <summary>A line as understood.</summary>
/// <param name="Text">What was typed, less a client's name.</param>
/// <param name="Reading">Of its first contact.</param>
/// <param name="ClientWasNamed">Whether a client's name was taken out.</param>
/// <param name="Rest">What tells of further contacts; null when it is all one.</param>
public sealed record QuickLine(string Text, LineReading Reading, bool ClientWasNamed, string? Rest);

/// <summary>What a name means: one employer, or several to choose from; neither where nobody has it.</summary>
/// <param name="Choices">Those that fit equally well, or else the nearest.</param>
public sealed record QuickEmployer(Guid? Id, string? Name, IReadOnlyList<DirectoryEmployer> Choices);

/// <summary>A typed client reference.</summary>
/// <param name="Reference">As issued; null when it is none of the team's.</param>
/// <param name="Nearest">References that look like it.</param>
/// <param name="IsLikeOne">Whether it has the shape of one; what has not may be a name, and is not to be shown or kept.</param>
public sealed record QuickClient(string? Reference, IReadOnlyList<string> Nearest, bool IsLikeOne);

/// <summary>Whom a typed name means.</summary>
/// <param name="Known">The one person who fits.</param>
/// <param name="Doubt">The people it may mean, where that is not clear; none, and nobody known, is somebody new.</param>
public sealed record QuickContact(Contact? Known, IReadOnlyList<Contact> Doubt);
