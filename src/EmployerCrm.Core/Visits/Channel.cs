namespace EmployerCrm.Core.Visits;

/// <summary>How an employer was contacted. Only <see cref="InPerson"/> counts towards the weekly target.</summary>
public enum Channel
{
    InPerson,
    Phone,
    Video,
    Email,
    Text,
}
