using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>What a specialist writes after a contact: about the employer and the work, never about anybody's health, never a client's name.</summary>
internal static class SampleNotes
{
    private static readonly string[] First =
    [
        "introduced the service, left a leaflet, {who} said come back for a proper chat",
        "first visit, {who} was busy but friendly, asked for an appointment",
        "just said hello and left a card, quieter after 2",
        "introduced myself, {who} had not heard of us, will read the guide",
    ];

    private static readonly string[] Learning =
    [
        "learned how the shifts work, {who} does the rota on Thursdays",
        "looked round, {job} is the part that is hardest to cover",
        "nothing at the moment, expects {job} hours after the summer",
        "{job} might come up, 16 hrs to begin with",
        "{who} likes people who turn up on time and say hello, not fussed about experience",
        "they take on through word of mouth, no forms",
        "new uniform and a new till system, a lot going on, good mood",
        "talked about what a first week in {job} looks like",
        "two people leaving, {job} and weekends",
        "would do a work trial in {job}, half a day to start",
        "showed me the back, loud in the mornings, calm after lunch",
        "busy time for them is before Easter and Christmas",
        "bus stops outside, first one gets in at 7.40",
        "{who} wants somebody who can lift, training is given",
        "happy with how it is going, asked what else we do",
        "said thank you for the last chat, they remembered us",
        "agency costs are going up, {who} would rather have our people",
        "they pay a bit over the minimum, breaks are paid",
        "car park is a pain, come on foot",
    ];

    private static readonly string[] Remote =
    [
        "fixed a time to come in",
        "no answer, left a message",
        "{who} confirmed the {job} hours",
        "sent the one-page guide for employers",
        "asked about {job}, they will let me know by the end of the month",
        "moved our appointment, they are short this week",
        "thanked them for the look round",
        "the {job} advert goes up next week, told us first",
        "quick catch-up, nothing new",
    ];

    /// <summary>A note, or none: not everybody writes one each time.</summary>
    public static string? For(SampleSource source, SampleEmployer employer, Contact? contact, Channel channel, bool firstTime)
    {
        if (source.Chance(0.15))
            return null;
        var one = Phrase(source, firstTime ? First : channel is Channel.InPerson ? Learning : Remote, employer, contact);
        if (firstTime || channel is not Channel.InPerson || source.Chance(0.65))
            return one;
        var two = Phrase(source, Learning, employer, contact);
        return two == one ? one : one + ". " + two;
    }

    private static string Phrase(SampleSource source, string[] phrases, SampleEmployer employer, Contact? contact) =>
        source.Pick(phrases)
            .Replace("{who}", contact?.Name.Split(' ')[0] ?? "the manager", StringComparison.Ordinal)
            .Replace("{job}", SampleJobs.Pick(source, employer.Employer.Sector), StringComparison.Ordinal);
}
