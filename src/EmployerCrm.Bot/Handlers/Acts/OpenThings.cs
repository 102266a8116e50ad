using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>What a line can mean that names no employer: a visit that was planned, or a call that is owed today.</summary>
/// <param name="VisitId">The planned visit; null for what is owed.</param>
internal sealed record OpenThing(string Title, Guid EmployerId, Guid? VisitId, int Version, Channel Channel, DateOnly On, TimeOnly? At);

/// <summary>Finds what "yes went ahead", "got voicemail" or "moved to Thursday" can be about.</summary>
internal sealed class OpenThings(PlannedVisits planned, VisitQuestions questions)
{
    /// <summary>A plan this long ago is not what a line without a name means.</summary>
    private const int DaysBack = 7;
    private const int DaysAhead = 14;
    private const int MostOffered = 6;

    /// <summary>What may have happened: today's plans and, where none need have been planned, what is owed today; else plans of the days before.</summary>
    public async Task<IReadOnlyList<OpenThing>> ThatHappenedAsync(Turn turn, Happened happened, CancellationToken cancellationToken)
    {
        var plans = Of(await planned.BetweenAsync(turn.Actor, turn.Today.AddDays(-DaysBack), turn.Today, cancellationToken), turn.Today);
        if (happened.On is { } on)
            return Fitting([.. plans.Where(plan => plan.On == on)], happened);
        var owed = happened.NeedNotBePlanned ? await OwedAsync(turn, cancellationToken) : [];
        List<OpenThing> today = [.. plans.Where(plan => plan.On == turn.Today), .. owed];
        return Fitting(today.Count > 0 ? today : plans, happened);
    }

    /// <summary>What may be moved or called off: today's plan, else any of the days around.</summary>
    public async Task<IReadOnlyList<VisitSummary>> ToChangeAsync(Turn turn, DateOnly? on, TimeOnly? at, CancellationToken cancellationToken)
    {
        var plans = await planned.BetweenAsync(turn.Actor, turn.Today.AddDays(-DaysBack), turn.Today.AddDays(DaysAhead), cancellationToken);
        var fitting = PlannedFits.ToChange(plans, on, at);
        return on is null && fitting.Any(plan => plan.On == turn.Today) ? [.. fitting.Where(plan => plan.On == turn.Today)] : [.. fitting.Take(MostOffered)];
    }

    private async Task<List<OpenThing>> OwedAsync(Turn turn, CancellationToken cancellationToken) =>
    [
        .. (await questions.DayAsync(turn.Actor, turn.Today, cancellationToken)).Due
            .Where(owed => owed.DueOn == turn.Today && owed.EmployerId is not null && FollowUpVerbs.ChannelOf(owed.Title) is not null)
            .Select(owed => new OpenThing($"{owed.EmployerName}: {owed.Title}", owed.EmployerId!.Value, null, owed.Version, FollowUpVerbs.ChannelOf(owed.Title)!.Value, turn.Today, owed.DueAt)),
    ];

    private static List<OpenThing> Of(IReadOnlyList<VisitSummary> plans, DateOnly today) =>
        [.. plans.Select(plan => new OpenThing(Cards.AgainCards.Title(plan, today), plan.EmployerId, plan.Id, plan.Version, plan.Channel, plan.On, plan.At))];

    /// <summary>By the time, where one was said; "got voicemail" is a call and "nobody in" none, where there are both.</summary>
    private static IReadOnlyList<OpenThing> Fitting(IReadOnlyList<OpenThing> things, Happened happened)
    {
        if (happened.At is { } at && things.Any(thing => thing.At == at))
            things = [.. things.Where(thing => thing.At == at)];
        var calls = things.Where(thing => thing.Channel == Channel.Phone).ToList();
        if (happened.NeedNotBePlanned && IsCall(happened))
            return calls;
        if (happened.NeedNotBePlanned && calls.Count > 0 && calls.Count < things.Count && happened.More is { } more && HowTried(more) is { } called)
            things = called ? calls : [.. things.Except(calls)];
        return [.. things.Take(MostOffered)];
    }

    /// <summary>Words that only a call can come to.</summary>
    public static bool IsCall(Happened happened) => FoldedText.Words(happened.More ?? "").Any(word => word is "voicemail" or "answerphone" or "engaged" or "machine");

    /// <summary>Whether it was by phone; null where the words fit either.</summary>
    private static bool? HowTried(string more)
    {
        var words = FoldedText.Words(more);
        if (words.Any(word => word is "answer" or "answered" or "reply" or "rang" or "message"))
            return true;
        return words.Any(word => word is "card" or "cards" or "leaflet" or "leaflets" or "flyer" or "in" or "about" or "there" or "shut" or "closed") ? false : null;
    }
}
