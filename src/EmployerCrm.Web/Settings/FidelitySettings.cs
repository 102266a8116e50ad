using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;

namespace EmployerCrm.Web.Settings;

/// <summary>How the service counts what the fidelity scale asks for, what makes an employer's level, and when nobody works: <c>Fidelity:…</c>, <c>Engagement:…</c>, <c>Calendar:…</c>.</summary>
internal sealed record FidelitySettings
{
    private readonly string? _decisionMakerOnly;

    private readonly IReadOnlyList<string> _oneOffHolidays;

    private readonly EngagementSettings _engagement;

    private FidelitySettings(IConfiguration configuration)
    {
        _decisionMakerOnly = configuration["Fidelity:DecisionMakerOnly"];
        _engagement = EngagementSettings.Of(configuration);
        _oneOffHolidays = [.. configuration.GetSection("Calendar:OneOffHolidays").GetChildren().Select(day => day.Value ?? "")];
    }

    public FidelityOptions Options => new()
    {
        DecisionMakerOnly = bool.TryParse(_decisionMakerOnly, out var only) && only,
        Engagement = _engagement.Options,
        Holidays = new BankHolidays([.. _oneOffHolidays.Select(Day).OfType<DateOnly>()]),
    };

    public static FidelitySettings Of(IConfiguration configuration) => new(configuration);

    public IEnumerable<string> Problems()
    {
        foreach (var day in _oneOffHolidays.Where(day => Day(day) is null))
            yield return $"Calendar:OneOffHolidays holds \"{day}\"; a day is written like 2027-06-04.";
        if (!string.IsNullOrEmpty(_decisionMakerOnly) && !bool.TryParse(_decisionMakerOnly, out _))
            yield return $"Fidelity:DecisionMakerOnly is \"{_decisionMakerOnly}\"; it is true or false.";
        foreach (var problem in _engagement.Problems)
            yield return problem;
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
