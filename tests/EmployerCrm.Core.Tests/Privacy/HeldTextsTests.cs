using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Tests.Privacy;

public sealed class HeldTextsTests
{
    private static readonly Guid Author = Guid.Parse("00000000-0000-0000-0000-0000000000a1");

    private readonly MovedClock _clock = new();
    private readonly HeldTexts<string> _held;

    public HeldTextsTests() => _held = new HeldTexts<string>(_clock);

    [Fact]
    public void A_text_is_its_authors_until_it_is_dropped()
    {
        var text = Text(1);
        _held.Hold(text);

        Assert.Same(text, _held.Find(text.Id, Author));
        Assert.Null(_held.Find(text.Id, Guid.Empty));
        _held.Drop(text.Id);
        Assert.Null(_held.Find(text.Id, Author));
    }

    [Fact]
    public void It_is_gone_after_twelve_hours()
    {
        var text = Text(1);
        _held.Hold(text);

        _clock.Now += HeldTexts.Kept - TimeSpan.FromSeconds(1);
        Assert.NotNull(_held.Find(text.Id, Author));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(_held.Find(text.Id, Author));
        Assert.Null(_held.Latest(Author));
    }

    [Fact]
    public void The_latest_question_is_the_one_that_was_put_last()
    {
        _held.Hold(Text(1));
        _clock.Now += TimeSpan.FromMinutes(1);
        _held.Hold(Text(2));
        _held.Hold(Text(3) with { SpecialistId = Guid.Empty });

        Assert.Equal(Text(2), _held.Latest(Author));
    }

    [Fact]
    public void What_its_author_no_longer_wants_is_dropped_and_nobody_elses()
    {
        var theirs = Text(1) with { Id = Guid.Empty, SpecialistId = Guid.Empty };
        _held.Hold(Text(1));
        _held.Hold(Text(2));
        _held.Hold(theirs);

        _held.DropAll(Author, text => text == "line 1");

        Assert.Null(_held.Find(Text(1).Id, Author));
        Assert.NotNull(_held.Find(Text(2).Id, Author));
        Assert.NotNull(_held.Find(theirs.Id, Guid.Empty));
    }

    [Fact]
    public void No_more_are_held_than_memory_should_hold()
    {
        for (var i = 0; i <= HeldTexts.Most; i++)
        {
            _held.Hold(Text(i));
            _clock.Now += TimeSpan.FromMilliseconds(1);
        }

        Assert.Null(_held.Find(Text(0).Id, Author));
        Assert.NotNull(_held.Find(Text(1).Id, Author));
        Assert.NotNull(_held.Find(Text(HeldTexts.Most).Id, Author));
    }

    private static HeldText<string> Text(int number) => new(new Guid(number, 0, 0, new byte[8]), Author, $"line {number}");

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
