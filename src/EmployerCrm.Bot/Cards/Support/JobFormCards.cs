using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Cards.Support;

/// <summary>What was filled in about a job start.</summary>
internal sealed record JobStartValues(string? Client, string? Employer, DateOnly? StartsOn, string? Title, string? Hours);

/// <summary>Forms about jobs: one for what a line leaves unsaid, one for those who prefer a form to a line.</summary>
internal static class JobFormCards
{
    public const string Client = "client";
    public const string Employer = "employerName";
    public const string StartsOn = "startsOn";
    public const string Title = "jobTitle";
    public const string HoursAWeek = "hours";
    public const string Contact = "jobContact";
    public const string JobType = "jobType";
    public const string MinimumWage = "minimumWage";
    public const string Permanent = "permanent";
    public const string Competitive = "competitive";
    public const string Preferences = "preferences";
    public const string Yes = "yes";
    public const string No = "no";

    private const int LongestHours = 8;

    /// <summary>"16", "7.5".</summary>
    public static string Hours(int minutes) => (minutes / 60m).ToString("0.##", Texts.Culture);

    /// <summary>Opens the form of a job.</summary>
    public static JsonObject OpenButton(Guid placementId) => CardParts.Button(Texts.Get("JobFactsOpen"), Verbs.OpenJob, new JsonObject { ["placement"] = placementId.ToString() });

    /// <summary>What has not been said of a job so far, as a line below it; nothing where all is known.</summary>
    public static string? Missing(PlacementSummary job)
    {
        (string Name, bool IsMissing)[] facts =
        [
            (nameof(JobFact.JobTitle), job.JobTitle is null), (nameof(JobFact.Hours), job.MinutesAWeek is null), (nameof(JobFact.JobType), job.SocMajorGroup is null),
            (nameof(JobFact.MinimumWage), job.AtLeastMinimumWage is null), (nameof(JobFact.Permanent), job.Permanent is null), (nameof(JobFact.Competitive), job.Competitive is null),
            (nameof(JobFact.PreferencesMet), job.PreferencesMet is null),
        ];
        var missing = facts.Where(fact => fact.IsMissing).Select(fact => Texts.Get("JobMissing" + fact.Name)).ToList();
        return missing.Count == 0 ? null : Texts.Get("JobMissing", string.Join(", ", missing));
    }

    /// <summary>Everything about the job that a line does not hold; what is left as it is stays unsaid.</summary>
    public static JsonObject Facts(JobFacts facts, ButtonFields? filled, string? problem)
    {
        var job = facts.Job;
        var title = Texts.Get("JobFactsTitle");
        string? Value(string field, string? stored) => filled is null ? stored : filled.Of(field) ?? stored;
        JsonObject YesNo(string field, string label, bool? known) => Fields.Choice(
            field, Texts.Get(label), [(Texts.Get("AnswerYes"), Yes), (Texts.Get("AnswerNo"), No)], Value(field, known is { } value ? value ? Yes : No : null));
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(facts.EmployerName, bold: true, size: "large"),
                CardParts.Fact(Texts.Get("Client"), facts.ClientReference),
                CardParts.Fact(Texts.Get(job.StartsOn > facts.Today ? "Starts" : "Started"), DayText.WithDistance(job.StartsOn, facts.Today)),
                CardParts.Sentence(Texts.Get("JobFactsText"), subtle: true),
                problem is null ? null : CardParts.Problem(problem),
                Fields.Text(Title, Texts.Get("JobTitle"), Value(Title, job.JobTitle), Limits.Name),
                Fields.Text(HoursAWeek, Texts.Get("HoursAWeek"), Value(HoursAWeek, job.MinutesAWeek is { } minutes ? Hours(minutes) : null), LongestHours),
                facts.Contacts.Count == 0 ? null : Fields.Choice(
                    Contact, Texts.Get("JobContact"), facts.Contacts.Select(contact => (CardParts.Shortened(contact.Name, CardParts.LongestName), contact.Id.ToString())), Value(Contact, job.ContactId?.ToString())),
                Fields.Choice(
                    JobType, Texts.Get("JobTypeSoc"), SocMajorGroups.All.OrderBy(group => group.Key).Select(group => (group.Value, group.Key.ToString(CultureInfo.InvariantCulture))),
                    Value(JobType, job.SocMajorGroup?.ToString(CultureInfo.InvariantCulture))),
                YesNo(MinimumWage, "JobMinimumWage", job.AtLeastMinimumWage),
                YesNo(Permanent, "JobPermanent", job.Permanent),
                YesNo(Competitive, "JobCompetitive", job.Competitive),
                YesNo(Preferences, "JobPreferences", job.PreferencesMet),
                CardParts.Actions(CardParts.Button(
                    Texts.Get("Save"), Verbs.SaveJob, new JsonObject { ["placement"] = job.Id.ToString(), ["client"] = facts.ClientReference }, withInputs: true, style: "positive")),
            ]);
    }

    /// <summary>A job start by fields.</summary>
    public static JsonObject Start(ClientsShown mine, JobStartValues values, string? problem)
    {
        var title = Texts.Get("JobStartFormTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                problem is null ? null : CardParts.Problem(problem),
                Fields.Choice(Client, Texts.Get("FieldOneClient"), ClientFormCards.Choices(mine), values.Client, Texts.Get("ErrorClientNeeded")),
                Fields.Text(Employer, Texts.Get("FieldEmployer"), values.Employer, Limits.Name, requiredError: Texts.Get("ErrorNameNeeded")),
                Fields.Date(StartsOn, Texts.Get("FieldFirstDay"), values.StartsOn, Texts.Get("ErrorDateNeeded")),
                Fields.Text(Title, Texts.Get("JobTitle"), values.Title, Limits.Name),
                Fields.Text(HoursAWeek, Texts.Get("HoursAWeek"), values.Hours, LongestHours),
                CardParts.Actions(CardParts.Button(Texts.Get("RecordIt"), Verbs.SaveJobStart, withInputs: true, style: "positive")),
            ]);
    }
}

/// <summary>What stands in the fields of a card that is shown again.</summary>
internal sealed record ButtonFields(Func<string, string?> Of);
