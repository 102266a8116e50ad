using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Tests.Privacy;

public sealed class FreeTextGuardTests
{
    private static readonly GuardSurroundings OfClient = new() { Client = "JS12", People = ["Priya Nair"], Places = ["Costwell Stores – Leeds", "Leeds"] };

    [Theory]
    [InlineData("JS12 has bipolar so no nights", GuardKind.Health)]
    [InlineData("JS12 doesn't have psychosis any more", GuardKind.Health)]
    [InlineData("JS12 told them about skizophrenia", GuardKind.Health)]
    [InlineData("his eyesight is getting poor", GuardKind.Health)]
    [InlineData("mae JS12 yn dioddef o iselder", GuardKind.Health)]
    [InlineData("JS12 takes olanzapine at night", GuardKind.Medication)]
    [InlineData("mae hi ar feddyginiaeth newydd", GuardKind.Medication)]
    [InlineData("JS12 is on probation until march", GuardKind.Crime)]
    [InlineData("mae ganddo record droseddol", GuardKind.Crime)]
    [InlineData("dob 14/3/88 for payroll", GuardKind.DateOfBirth)]
    [InlineData("ganwyd ar 4 Mai 1990", GuardKind.DateOfBirth)]
    [InlineData("943 476 5919 is on the form", GuardKind.NhsNumber)]
    [InlineData("ni number QQ 12 34 56 C", GuardKind.NationalInsurance)]
    [InlineData("JS12 (Darren) did well", GuardKind.Name)]
    [InlineData("went in with darren JS12", GuardKind.Name)]
    public void What_tells_of_a_person_is_found(string text, GuardKind kind) => Assert.Equal([kind], Guards.Kinds(text, OfClient));

    [Theory]
    [InlineData("health & safety induction for JS12")]
    [InlineData("two mental health first aiders on site")]
    [InlineData("dementia unit needs carers")]
    [InlineData("open to people with convictions")]
    [InlineData("they suffer from staff shortages")]
    [InlineData("Priya off sick, back monday")]
    [InlineData("JS12 and Priya got on")]
    [InlineData("JS12 Priya said yes")]
    [InlineData("JS12 Leeds or Bradford")]
    [InlineData("starts 14/12/2026 at 9")]
    [InlineData("ring 01924 555 0101")]
    [InlineData("order 943 476 5918")]
    [InlineData("part AB123456 on the line")]
    [InlineData("meet at BD12 7AB")]
    [InlineData("six month probation then permanent")]
    [InlineData("iechyd a diogelwch yn y bore")]
    public void What_an_employer_does_is_let_through(string text) => Assert.Empty(Guards.Kinds(text, OfClient));

    [Theory]
    [InlineData("rang Craig about JS12, he is off sick", true)]
    [InlineData("rang about JS12, Craig is off sick", false)]
    [InlineData("manager off sick", false)]
    public void Who_was_named_last_is_who_is_ill(string text, bool stopped) =>
        Assert.Equal(stopped, Guards.Kinds(text.Replace("he is", "client is", StringComparison.Ordinal), new GuardSurroundings { People = ["Craig Doyle"] }).Count > 0);

    [Fact]
    public void A_hit_quotes_the_words_and_their_sentence()
    {
        const string Text = "Saw Priya. JS12 has Bi-polar disorder, fine with it. Ring tues.";

        var hit = Assert.Single(Guards.Default.Check(Text, OfClient));

        Assert.Equal("Bi-polar disorder", Text.Substring(hit.Start, hit.Length));
        Assert.Equal("JS12 has Bi-polar disorder, fine with it", Text.Substring(hit.SentenceStart, hit.SentenceLength));
    }

    [Fact]
    public void The_same_name_is_asked_about_unless_somebody_there_has_it()
    {
        Assert.Equal(["Sarah"], Guards.Words("took Sarah JS12 round", OfClient));
        Assert.Empty(Guards.Words("took Sarah JS12 round", OfClient with { People = ["Sarah Okafor"] }));
    }

    [Theory]
    [InlineData("JS12 has bipolar so no night shifts", "no night shifts")]
    [InlineData("JS12 (Darren) did well", "JS12 did well")]
    [InlineData("AB34/Wendy shown round", "AB34 shown round")]
    [InlineData("needs boots, JS12 takes olanzapine, size 9", "needs boots, size 9")]
    [InlineData("NI number QQ123456C sent to payroll", "sent to payroll")]
    [InlineData("JS12 has autism.", "")]
    [InlineData("nothing to hide", "nothing to hide")]
    public void Removing_leaves_what_can_be_read(string text, string left) => Assert.Equal(left, Guards.Default.Remove(text, GuardSurroundings.None));

    [Fact]
    public void No_text_has_no_hits()
    {
        Assert.Empty(Guards.Default.Check(null, OfClient));
        Assert.Equal("", Guards.Default.Remove(null, OfClient));
    }
}
