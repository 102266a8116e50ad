using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Tests.Reading;

public sealed class BareAnswerTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 18);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yep!", true)]
    [InlineData("y", true)]
    [InlineData("ie", true)]
    [InlineData("Ydw", true)]
    [InlineData("yes it did", true)]
    [InlineData("👍", true)]
    [InlineData("no", false)]
    [InlineData("Nope", false)]
    [InlineData("na", false)]
    [InlineData("nage", false)]
    [InlineData("no thanks", false)]
    [InlineData("not yet", false)]
    public void Yes_and_no_are_answers(string text, bool yes) => Assert.Equal(new BareAnswer(yes, null, null), BareAnswer.Read(text, Wednesday, isAhead: false));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("two", 2)]
    [InlineData("no. 2", 2)]
    [InlineData("number three please", 3)]
    [InlineData("the first one", 1)]
    [InlineData("second", 2)]
    [InlineData("un", 1)]
    [InlineData("dau", 2)]
    [InlineData("yr ail un", 2)]
    [InlineData("the last one", BareAnswer.Last)]
    public void A_number_is_a_choice_by_its_place(string text, int number) => Assert.Equal(new BareAnswer(null, number, null), BareAnswer.Read(text, Wednesday, isAhead: false));

    [Theory]
    [InlineData("Tuesday", false, "2026-11-17")]
    [InlineData("tues", true, "2026-11-24")]
    [InlineData("it was yesterday", false, "2026-11-17")]
    [InlineData("no, Friday", true, "2026-11-20")]
    [InlineData("18/11", false, "2026-11-18")]
    [InlineData("dydd Iau", true, "2026-11-19")]
    [InlineData("ddoe", false, "2026-11-17")]
    public void A_day_is_an_answer_in_the_direction_of_the_question(string text, bool isAhead, string day) =>
        Assert.Equal(new BareAnswer(null, null, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), BareAnswer.Read(text, Wednesday, isAhead));

    [Theory]
    [InlineData("visited Half Moon Inn yesterday")]
    [InlineData("done 2")]
    [InlineData("no vacancies")]
    [InlineData("yes she wants a cleaner")]
    [InlineData("2 cleaners")]
    [InlineData("one and two")]
    [InlineData("")]
    [InlineData("my week")]
    public void Anything_more_is_no_answer(string text) => Assert.Null(BareAnswer.Read(text, Wednesday, isAhead: false));
}
