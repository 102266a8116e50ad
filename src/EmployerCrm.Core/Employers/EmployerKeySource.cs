namespace EmployerCrm.Core.Employers;

/// <summary>Everything by which an employer is found.</summary>
public sealed record EmployerKeySource(
    string Name, TextList TradingNames, string? Town, string? Postcode, string? CompanyNumber, TextList Tags, IReadOnlyList<string> ContactNames)
{
    public static EmployerKeySource Of(Employer employer, IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(employer);
        return new EmployerKeySource(
            employer.Name, employer.TradingNames, employer.Town, employer.Postcode, employer.CompanyNumber, employer.Tags, [.. contacts.Select(contact => contact.Name)]);
    }

    /// <summary>The keys to store, each with the mark of its kind (see <see cref="KeyMarks"/>).</summary>
    public IReadOnlyCollection<string> Keys()
    {
        var keys = new HashSet<string>(EmployerKeys.ForName(Name), StringComparer.Ordinal);
        foreach (var tradingName in TradingNames)
            keys.UnionWith(KeyMarks.Marked(KeyMarks.TradingName, EmployerKeys.ForName(tradingName)));
        if (Town is not null)
            keys.UnionWith(KeyMarks.ForTown(Town));
        if (Postcode is not null)
            keys.UnionWith(KeyMarks.ForPostcode(Postcode));
        if (CompanyNumber is not null)
            keys.UnionWith(KeyMarks.Marked(KeyMarks.CompanyNumber, [FoldedText.Word(CompanyNumber)]));
        foreach (var tag in Tags)
            keys.UnionWith(KeyMarks.ForTag(tag));
        foreach (var contact in ContactNames)
            keys.UnionWith(KeyMarks.Marked(KeyMarks.Contact, EmployerKeys.ForName(contact)));
        return keys;
    }
}
