namespace EmployerCrm.Core.Employers;

internal static class ContactChoice
{
    /// <summary>
    /// The contact with the id, or the employer's contact whose folded name is the one typed, or a new contact of that name.
    /// Tells whether one was added. A contact of another employer is not taken.
    /// <paramref name="isNew"/> adds the name without looking for it.
    /// </summary>
    public static async Task<(Contact? Contact, bool Added)> FindOrAddAsync(ICrmSession session, Guid employerId, Guid? contactId, string? name, bool isNew, Guid newId)
    {
        if (contactId is { } id && await session.Employers.ContactAsync(id) is { } known && known.EmployerId == employerId)
            return (known, false);
        if (Text.OrNull(name) is not { } typed)
            return (null, false);

        if (!isNew && Named(await session.Employers.ContactsAsync(employerId), FoldedText.Key(typed)) is { } same)
            return (same, false);

        var added = new Contact { Id = newId, EmployerId = employerId, Name = typed, Version = 1 };
        await session.Employers.AddAsync(added);
        return (added, true);
    }

    private static Contact? Named(IReadOnlyList<Contact> people, string key)
    {
        if (people.FirstOrDefault(person => FoldedText.Key(person.Name) == key) is { } same)
            return same;
        var firstNames = people.Where(person => FoldedText.Words(person.Name) is [var first, ..] && first == key).ToList();
        return firstNames is [var only] ? only : null;
    }
}
