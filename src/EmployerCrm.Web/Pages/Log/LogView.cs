using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Log;

/// <summary>The page on which a contact is logged: the form, and the one thing that has to be asked first, if any.</summary>
public sealed record LogView(FormState Form, DateOnly Today)
{
    /// <summary>The line that was read, less a client's name; null where the form was opened empty.</summary>
    public string? Line { get; init; }

    /// <summary>Sentences on how the line was understood.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Employers of which one is meant, or none of them.</summary>
    public IReadOnlyList<DirectoryEmployer> Employers { get; init; } = [];

    /// <summary>People at the employer of whom one is meant, or somebody new.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>Planned visits of which this was one, or none of them.</summary>
    public IReadOnlyList<VisitSummary> Plans { get; init; } = [];

    /// <summary>References of the team, to choose from while typing.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Words that seem to tell of a person.</summary>
    public CheckedTexts? Guard { get; init; }

    /// <summary>Whether the same was logged a moment ago.</summary>
    public bool CameTwice { get; init; }

    /// <summary>A contact that was logged just before this form.</summary>
    public string? Logged { get; init; }

    public bool Asks => Employers.Count > 0 || Contacts.Count > 0 || Plans.Count > 0;
}
