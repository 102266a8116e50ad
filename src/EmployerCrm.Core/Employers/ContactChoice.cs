namespace EmployerCrm.Core.Employers;

internal static class ContactChoice
{
    /// <summary>
    /// The contact with the id, or the employer's contact whose folded name is the one typed, or a new contact of that name.
    /// Tells whether one was added. A contact of another employer is not taken.
    /// </summary>
    public static async Task<(Contact? Contact, bool Added)> FindOrAddAsync(ICrmSession session, Guid employerId, Guid? contactId, string? name, Guid newId)
    {
        if (contactId is { } id && await session.Employers.ContactAsync(id) is { } known && known.EmployerId == employerId)
            return (known, false);
        if (Text.OrNull(name) is not { } typed)
            return (null, false);

        var key = FoldedText.Key(typed);
        var people = await session.Employers.ContactsAsync(employerId);
        if (people.FirstOrDefault(person => FoldedText.Key(person.Name) == key) is { } same)
            return (same, false);
        var firstNames = people.Where(person => FoldedText.Words(person.Name) is [var first, ..] && first == key).ToList();
        if (firstNames is [var only])
            return (only, false);

        var added = new Contact { Id = newId, EmployerId = employerId, Name = typed, Version = 1 };
        await session.Employers.AddAsync(added);
        return (added, true);
    }
}
