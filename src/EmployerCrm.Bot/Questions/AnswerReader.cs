using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>What a typed message says to an open question: an answer, or an answer that needs one more word; neither when it is about something else.</summary>
internal sealed record TypedAnswer(Func<LineAnswers, LineAnswers>? Change = null, string? Sentence = null);

/// <summary>Reads typed answers. Takes nothing for an answer that is not one as a whole.</summary>
internal sealed class AnswerReader(ICrmStore store, LineReadings readings)
{
    private const int LongestName = 6;

    public async Task<TypedAnswer> ReadAsync(Turn turn, Draft draft, string text, LineReading reading, CancellationToken cancellationToken)
    {
        var isVisit = reading.Intent is Intent.LogVisit or Intent.PlanVisit;
        return draft.Question switch
        {
            QuestionNames.Employer => await EmployerAsync(turn, draft, text, reading, cancellationToken),
            QuestionNames.Contact when !isVisit => await ContactAsync(draft, text, cancellationToken),
            QuestionNames.Date when !isVisit => await DateAsync(turn, draft, text, cancellationToken),
            QuestionNames.NextDate when !isVisit && TypedDay.Read(text, Today(turn), Direction.Forward) is { } due => new TypedAnswer(answers => answers with { NextDue = due }),
            QuestionNames.Client when !isVisit => await ClientAsync(turn, draft, text, cancellationToken),
            QuestionNames.Planned when !isVisit => Planned(turn, draft, text),
            QuestionNames.Again when BareAnswer.Read(text, Today(turn), isAhead: false) is { Yes: true } => new TypedAnswer(answers => answers with { Again = true }),
            _ => new TypedAnswer(),
        };
    }

    /// <summary>The number of one of the planned visits; "none" where it was none of them.</summary>
    private static TypedAnswer Planned(Turn turn, Draft draft, string text)
    {
        var offered = Offered(draft);
        if (AnswerWords.IsNobody(text) || AnswerWords.IsNew(text))
            return new TypedAnswer(answers => answers with { PlannedVisitId = Guid.Empty });
        return BareAnswer.Read(text, Today(turn), isAhead: false) is { Number: { } number } && offered.ElementAtOrDefault(number == BareAnswer.Last ? offered.Count - 1 : number - 1) is { } id
            ? new TypedAnswer(answers => answers with { PlannedVisitId = Guid.Parse(id) })
            : new TypedAnswer();
    }

    private static DateOnly Today(Turn turn) => DateOnly.FromDateTime(LondonClock.ToLocal(turn.TypedAt));

    private async Task<TypedAnswer> EmployerAsync(Turn turn, Draft draft, string text, LineReading typed, CancellationToken cancellationToken)
    {
        var offers = await EmployersAsync(Offered(draft), cancellationToken);
        var fits = TypedChoice.Of(text, offers);
        if (fits.Count == 1)
            return new TypedAnswer(answers => answers with { EmployerId = Guid.Parse(fits[0].Value), NewEmployer = null });
        if (fits.Count > 1)
            return new TypedAnswer(Sentence: Texts.Get("SeveralStillFit", string.Join(", ", fits.Select(offer => offer.Name))));

        if (typed.Intent is Intent.LogVisit or Intent.PlanVisit && !IsNewName(text, typed))
            return new TypedAnswer();
        var line = await readings.OfAsync(turn.Actor, draft, cancellationToken);
        var asked = LineAnswers.Of(draft.Answers).ProposedEmployer ?? line.NewEmployer;
        if (AnswerWords.IsNew(text) || (AnswerWords.IsYes(text) && asked is not null && offers.Count == 0) || (asked is not null && FoldedText.Key(asked) == FoldedText.Key(text)))
            return asked is null ? new TypedAnswer(Sentence: Texts.Get("NewEmployerName")) : NewEmployer(asked);
        if (AnswerWords.NameAfterNew(text) is { } named)
            return NewEmployer(named);
        return Unoffered(text, typed, line, typed.EmployerId is { } id ? await EmployersAsync([id.ToString()], cancellationToken) : []);
    }

    /// <summary>A name that the card does not offer answers a line that named none; beside offered names it is a look-up of its own.</summary>
    private static TypedAnswer Unoffered(string text, LineReading typed, LineReading line, IReadOnlyList<Offer> found)
    {
        if (line.Ambiguous.Count > 0)
            return new TypedAnswer();
        if (typed.EmployerId is { } known)
            return line.NewEmployer is null && TypedChoice.Of(text, found).Count == 1 ? new TypedAnswer(answers => answers with { EmployerId = known }) : new TypedAnswer();
        if (typed.Ambiguous.Count > 0 && line.NewEmployer is null)
            return Proposed(text);
        return IsNewName(text, typed) || (typed.Intent == Intent.Unknown && typed.Ask is null && IsLikeName(text)) ? Proposed(text) : new TypedAnswer();
    }

    private static TypedAnswer NewEmployer(string name) => name.Length > Limits.Name
        ? new TypedAnswer(Sentence: Texts.Get("RefusalTextTooLong"))
        : new TypedAnswer(answers => answers with { EmployerId = null, NewEmployer = name.Trim() });

    private static TypedAnswer Proposed(string text) => new(answers => answers with { ProposedEmployer = text.Trim() });

    /// <summary>The whole message reads as the name of an employer that nobody knows.</summary>
    private static bool IsNewName(string text, LineReading typed) => typed.NewEmployer is { } name && FoldedText.Key(name) == FoldedText.Key(text);

    private static bool IsLikeName(string text)
    {
        var words = FoldedText.Words(text);
        return words.Count is > 0 and <= LongestName && words.Any(word => word.Length > 2 && word.Any(char.IsLetter) && !Lexicon.IsKnown(word))
            && !text.Contains('?', StringComparison.Ordinal) && !Lexicon.Pronouns.Contains(words[0]) && !Lexicon.Auxiliaries.Contains(words[0])
            && words[0] is not ("hi" or "hello" or "hey" or "hiya" or "thanks" or "thank" or "cheers" or "ta" or "sorry" or "please");
    }

    private async Task<TypedAnswer> ContactAsync(Draft draft, string text, CancellationToken cancellationToken)
    {
        if (AnswerWords.IsNew(text) || AnswerWords.NameAfterNew(text) is not null)
            return new TypedAnswer(answers => answers with { ContactIsNew = true });
        var ids = Offered(draft).Select(Guid.Parse);
        var people = await store.ReadAsync(
            async session =>
            {
                var found = new List<Contact>();
                foreach (var id in ids)
                {
                    if (await session.Employers.ContactAsync(id) is { } person)
                        found.Add(person);
                }
                return found;
            },
            cancellationToken);
        var offers = people.Select(person => new Offer(person.Id.ToString(), person.Name, FoldedText.Words($"{person.Name} {person.Role}"))).ToList();
        if (offers.Count == 1 && AnswerWords.IsYes(text))
            return new TypedAnswer(answers => answers with { ContactId = people[0].Id });
        return TypedChoice.Of(text, offers) switch
        {
            [var only] => new TypedAnswer(answers => answers with { ContactId = Guid.Parse(only.Value) }),
            { Count: > 1 } several => new TypedAnswer(Sentence: Texts.Get("SeveralStillFit", string.Join(", ", several.Select(offer => offer.Name)))),
            _ => new TypedAnswer(),
        };
    }

    private async Task<TypedAnswer> DateAsync(Turn turn, Draft draft, string text, CancellationToken cancellationToken)
    {
        var line = await readings.OfAsync(turn.Actor, draft, cancellationToken);
        var direction = line.Intent == Intent.PlanVisit ? Direction.Forward : Direction.Backward;
        return TypedDay.ReadWithTime(text, Today(turn), direction) switch
        {
            ({ } on, var at) => new TypedAnswer(answers => answers with { On = on, At = at ?? answers.At }),
            // A time alone leaves the day open: it is asked for again.
            (null, { } at) => new TypedAnswer(answers => answers with { At = at }),
            _ => new TypedAnswer(),
        };
    }

    private async Task<TypedAnswer> ClientAsync(Turn turn, Draft draft, string text, CancellationToken cancellationToken)
    {
        if (AnswerWords.IsNobody(text))
            return new TypedAnswer(answers => answers with { Client = "" });
        var references = await store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId), cancellationToken);
        if (ClientReferences.Exactly(text, references) is { } exact)
            return new TypedAnswer(answers => answers with { Client = exact });
        if (TypedChoice.Of(text, [.. Offered(draft).Select(reference => new Offer(reference, reference, []))]) is [var chosen])
            return new TypedAnswer(answers => answers with { Client = chosen.Value });
        if (!ClientReferences.IsLikeOne(text))
            return new TypedAnswer();
        var nearest = ClientReferences.Nearest(text, references);
        return new TypedAnswer(Sentence: nearest.Count == 0 ? Texts.Get("ClientStillUnknown") : Texts.Get("ClientStillUnknownNear", string.Join(", ", nearest)));
    }

    private static IReadOnlyList<string> Offered(Draft draft) => LineAnswers.Of(draft.Answers).Offered ?? [];

    private Task<List<Offer>> EmployersAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => store.ReadAsync(
        async session =>
        {
            var offers = new List<Offer>();
            foreach (var id in ids)
            {
                if (await session.Employers.EmployerAsync(Guid.Parse(id)) is { } employer)
                    offers.Add(new Offer(id, employer.Name, NumberWords.InDigits(FoldedText.Words($"{employer.Name} {employer.Town}"))));
            }
            return offers;
        },
        cancellationToken);
}
