using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Web.Pages.Components;

/// <summary>What a form carries of the guard's question and of its author's answer.</summary>
public static class GuardForm
{
    public const string Answer = "guard";
    public const string Keep = "keep";
    public const string Remove = "remove";
    public const string Found = "guardFound";
    public const string Words = "guardWords";

    /// <summary>That what was found is kept; it holds for as much as was shown and no more.</summary>
    public static GuardDecision? Kept(FormState form) =>
        form.Value(Answer) == Keep && GuardCounts.Parse(form.Text(Found)) is { } found ? new GuardDecision(GuardChoice.Kept, found, form.Text(Words) ?? "") : null;

    public static bool IsRemoved(FormState form) => form.Value(Answer) == Remove;

    /// <summary>Takes what was found out of these fields of the form.</summary>
    public static void TakeOut(FormState form, FreeTextGuard guard, CheckedTexts found, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (form.Text(field) is { } text)
                form.WithAll(field, [guard.Remove(text, found.Around)]);
        }
    }
}
