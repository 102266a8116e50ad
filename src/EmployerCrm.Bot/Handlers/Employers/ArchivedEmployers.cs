using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>An archived employer is not offered, but said when it is typed.</summary>
internal sealed class ArchivedEmployers(ICrmStore store)
{
    /// <summary>The archived employer that the line names, where no other was found; null for most lines.</summary>
    public async Task<DirectoryEmployer?> NamedAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken)
    {
        if (reading is not { EmployerId: null, Ambiguous.Count: 0, Act: null, Intent: Intent.Employer or Intent.LogVisit or Intent.PlanVisit or Intent.Unknown or Intent.JobStart })
            return null;
        var found = new FoundArchived(new ReadingDirectory(store, turn.Actor, archived: true));
        var again = await new LineReader(found).ReadAsync(text, LondonClock.ToLocal(turn.TypedAt), cancellationToken);
        return again.EmployerId is { } id ? found.Employers.FirstOrDefault(employer => employer.Id == id) : null;
    }

    /// <summary>Keeps what the reader was given, so that the employer it settles on need not be looked up again.</summary>
    private sealed class FoundArchived(ReadingDirectory directory) : IReadingDirectory
    {
        public IReadOnlyList<DirectoryEmployer> Employers { get; private set; } = [];

        public async Task<IReadOnlyList<DirectoryEmployer>> EmployersWithKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            Employers = await directory.EmployersWithKeysAsync(keys, cancellationToken);

        public Task<IReadOnlyList<string>> ClientReferencesAsync(CancellationToken cancellationToken) => directory.ClientReferencesAsync(cancellationToken);
    }
}
