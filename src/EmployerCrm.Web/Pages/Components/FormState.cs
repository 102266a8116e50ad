using System.Globalization;

namespace EmployerCrm.Web.Pages.Components;

/// <summary>A form with what stands in its fields and what is wrong with them: whatever was typed stays, also where it is refused.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>What is wrong, in the order in which it was found: the field, or empty for the form as a whole, and a sentence.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> Problems => _problems;

    public bool IsRefused => _problems.Count > 0;

    public static async Task<FormState> SentAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = new FormState();
        foreach (var (name, values) in await request.ReadFormAsync(cancellationToken))
            form._values[name] = [.. values.Where(value => value is not null).Select(value => value!)];
        return form;
    }

    public FormState With(string name, object? value)
    {
        if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
            _values[name] = [text];
        return this;
    }

    public FormState WithAll(string name, IEnumerable<string> values)
    {
        _values[name] = [.. values];
        return this;
    }

    public string? Value(string name) => _values.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    public IReadOnlyList<string> Values(string name) => _values.GetValueOrDefault(name, []);

    /// <summary>The text without blanks around it; null where nothing was typed.</summary>
    public string? Text(string name) => Value(name)?.Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;

    public bool Checked(string name) => Value(name) is not null;

    public string? Problem(string name) => _problems.GetValueOrDefault(name);

    public FormState Refuse(string name, string sentence)
    {
        _problems.TryAdd(name, sentence);
        return this;
    }

    /// <summary>A date as a date field sends it; what is none is refused beside the field.</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Refuse(name, PageTexts.Get("ProblemDate"));
        return null;
    }

    public TimeOnly? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        Refuse(name, PageTexts.Get("ProblemTime"));
        return null;
    }

    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    public int? Number(string name) => int.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(Text(name), out var choice) && Enum.IsDefined(choice) ? choice : null;
}
