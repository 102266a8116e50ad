using System.Globalization;
using System.Resources;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot;

/// <summary>
/// The sentences people read in chat, from <c>Resources/Texts.resx</c>, in the language of who reads (<see cref="ReaderLanguage"/>). A key that is missing is a
/// bug and throws.
/// </summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("EmployerCrm.Bot.Resources.Texts", typeof(Texts).Assembly);

    /// <summary>How dates and numbers are written.</summary>
    public static CultureInfo Culture => ReaderLanguage.Culture;

    public static string Get(string key) => Resources.GetString(key, Culture) ?? throw new MissingManifestResourceException($"No text '{key}'.");

    public static string Get(string key, params ReadOnlySpan<object?> values) => string.Format(Culture, Get(key), values);

    /// <summary>The sentence for one or for several: keys end in One and Many.</summary>
    public static string Count(string key, int count) => count == 1 ? Get(key + "One") : Get(key + "Many", count);

    public static string Of(Channel channel) => Get("Channel" + channel);

    /// <summary>"Visit", "Phone call": only one in person is a visit to the reader.</summary>
    public static string What(Channel channel) => Get("What" + channel);

    public static string Of(Reached reached) => Get("Reached" + reached);

    public static string Of(Purpose purpose) => Get("Purpose" + purpose);

    public static string Headline(Visit visit) => visit.State switch
    {
        VisitState.Held => Get("Logged" + visit.Channel),
        VisitState.Planned => Get("Planned" + visit.Channel),
        _ => Get("CancelledTitle", What(visit.Channel)),
    };

    /// <summary>Why something still to come was not recorded.</summary>
    public static string OfPlan(Refusal refusal) => refusal.Reason == RefusalReason.DateInThePast ? Get("PlanDateInThePast") : Of(refusal);

    /// <summary>How somebody unknown gets access; their object id is what a team lead needs.</summary>
    public static string AccessNeeded(string? objectId) => string.IsNullOrEmpty(objectId) ? Get("AccessNeededNoId") : Get("AccessNeeded", objectId);

    public static string Of(Refusal refusal) => refusal switch
    {
        { Reason: RefusalReason.ChangedMeanwhile, By: { } by, At: { } at } when FieldNames(refusal) is { Length: > 0 } fields =>
            Get("RefusalChangedMeanwhileFields", by, DayText.Moment(at), fields),
        { Reason: RefusalReason.ChangedMeanwhile, By: { } by, At: { } at } => Get("RefusalChangedMeanwhileBy", by, DayText.Moment(at)),
        { Reason: RefusalReason.OfAnotherTeam, Names: [var employer, var team] } => Get("RefusalOfAnotherTeamBy", employer, team),
        { Reason: RefusalReason.DigestInQuietHours, Names: [var from, var until] } => Get("RefusalDigestInQuietHours", from, until),
        { Reason: RefusalReason.LeaveOverlaps, Days: var (first, last) } => Get("RefusalLeaveOverlapsOn", DayText.Range(first, last, first)),
        { Reason: RefusalReason.CoverAway, Names: [var cover], Days: var (first, last) } => Get("RefusalCoverAwayOn", cover, DayText.Range(first, last, first)),
        { Reason: RefusalReason.FieldsWrong } => Get("RefusalFieldsWrong", string.Join(" ", refusal.Problems.Select(Of))),
        _ => Get("Refusal" + refusal.Reason, string.Join(", ", refusal.Names)),
    };

    /// <summary>"Postcode: that is not a postcode. Type it like LS21 3AB."</summary>
    public static string Of(FieldProblem problem) => Get("Field" + problem.Reason, FieldName(problem.Field));

    /// <summary>What people call a field of an employer, contact or opening; null for one that has no name to them.</summary>
    public static string? FieldName(string field) => Resources.GetString("FieldName-" + field, Culture);

    private static string FieldNames(Refusal refusal) =>
        string.Join(", ", refusal.Fields.Select(FieldName).OfType<string>().Select(name => name.ToLower(Culture)).Distinct(StringComparer.Ordinal));
}
