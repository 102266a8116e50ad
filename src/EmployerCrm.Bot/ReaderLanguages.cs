using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.People;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot;

/// <summary>In which language each person reads: their own setting, else the service's.</summary>
internal sealed class ReaderLanguages(ICrmStore store, IOptions<BotOptions> options)
{
    /// <summary>The service's.</summary>
    public CultureInfo Usual => ReaderLanguage.Of(options.Value.DefaultLanguage) ?? ReaderLanguage.English;

    /// <summary>Of what is stored of the person; null for who has no wish.</summary>
    public CultureInfo Of(string? language) => ReaderLanguage.Of(language) ?? Usual;

    /// <summary>The rest of this turn is for whoever has these settings.</summary>
    public void Change(PersonSettings settings) => ReaderLanguage.Change(Of(settings.Language), settings.CountOnCards);

    /// <summary>Until it is disposed of, what is written is for whoever has these settings: for proactive messages.</summary>
    public IDisposable SpeakTo(PersonSettings settings) => ReaderLanguage.Speak(Of(settings.Language), settings.CountOnCards);

    /// <summary>For what is written to a person unasked: <c>using var _ = ReaderLanguage.Speak(await languages.OfAsync(id, token));</c></summary>
    public async Task<CultureInfo> OfAsync(Guid specialistId, CancellationToken cancellationToken) =>
        Of((await store.ReadAsync(session => session.Settings.OfAsync(specialistId), cancellationToken)).Language);
}
