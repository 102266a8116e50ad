using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Core.Employers;

/// <summary>What can be checked of a contact without looking anything up.</summary>
internal static class ContactFields
{
    private const int FurthestDaysAhead = 366;

    /// <summary>The contact with what was typed in place of what they had.</summary>
    public static Contact Read(FieldReader fields, Contact before, ContactDetails typed, DateOnly today)
    {
        var name = fields.ReadLine(ContactField.Name, typed.Name, Limits.Name);
        fields.AddIf(name is null || FoldedText.Words(name).Count == 0, ContactField.Name, FieldReason.Missing);
        var phone = fields.ReadPhone(ContactField.Phone, typed.Phone);
        fields.AddIf(typed.ToldOn > today, ContactField.Told, FieldReason.DayToCome);
        fields.AddIf(typed.ObjectedOn > today, ContactField.Objected, FieldReason.DayToCome);
        fields.AddIf(typed is { ObjectedOn: not null, ObjectionScope: null }, ContactField.ObjectionScope, FieldReason.ObjectionIncomplete);
        fields.AddIf(typed.LeftOn > today.AddDays(FurthestDaysAhead), ContactField.Left, FieldReason.DayUnlikely);
        return before with
        {
            Name = name ?? before.Name,
            Role = fields.ReadLine(ContactField.Role, typed.Role, Limits.Name),
            Email = fields.ReadWritten(ContactField.Email, typed.Email, EmailAddress.Read),
            Phone = phone?.Number,
            PhoneExtension = phone?.Extension,
            PreferredChannel = typed.PreferredChannel,
            BestTime = fields.ReadLine(ContactField.BestTime, typed.BestTime, Limits.Name),
            LawfulBasis = typed.LawfulBasis,
            ToldOn = typed.ToldOn,
            ObjectedOn = typed.ObjectionScope is null ? null : typed.ObjectedOn ?? today,
            ObjectionScope = typed.ObjectionScope,
            LeftOn = typed.LeftOn,
        };
    }
}
