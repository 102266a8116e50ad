using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading.Said;

/// <summary>Who was reached, where the line says so: nobody, somebody who decides, somebody else.</summary>
internal static class ReachedWords
{
    private const string Deciding = "(?:(?:general|store|shop|office|area|regional|duty|operations|ops|site|hr|head|restaurant|bar|hotel|home|care|branch|depot|warehouse|recruitment|hiring|kitchen|practice|people|deputy|assistant|nursery|shift|floor|line) )*"
        + "(?:manager|manageress|managers|owner|owners|proprietor|boss|gaffer|director|landlord|landlady|matron|head|headteacher|principal|governor|guv|gm|md|ceo|hr|recruiter|head chef|chef|rheolwr|perchennog)";

    private const string Others = "(?:receptionist|reception|cashier|waitress|waiter|barmaid|barman|barista|secretary|admin|administrator|caretaker|cook|security|switchboard|mechanic|fitter|driver|porter|carer|nurse|baker|butcher|stylist|labourer|colleague|worker|operator|temp|apprentice|assistant|member of staff|staff member|team member|member of the team"
        + "|(?:one|some|a couple) of the (?:staff|team|lads|girls|guys|workers)|(?:young |nice |new )?(?:lad|lass|girl|guy|bloke|lady|woman|man|chap|someone|somebody|staff|one)(?: (?:on|at|in|behind|from) (?:the )?(?:front |shop )?(?:till|tills|counter|desk|reception|office|kitchen|bar|floor|door|duty|checkout|yard|warehouse|shop)))";

    private const string Meeting = "(?:spoke|spoken|speaking|talked|talking|chatted|chat|chatting|word|met|meet|saw|seen|seeing|see|with|caught|got hold of|got through|spoke briefly|left (?:it|a card|cards|my card|cv|a cv|the cv|leaflets|details|a message|message))(?: (?:to|with|of|up|again|briefly|quickly|just))*";

    private const string Away = "(?:(?:was|were|is|are|isnt|wasnt|werent|out|off|not|never|still|also|both|currently|still|unfortunately) )*(?:out|off|away|not in|not about|not there|not around|not available|not free|wasnt in|wasnt there|wasnt about|wasnt around|wasnt available|wasnt free|isnt in|isnt there|isnt about|werent in|unavailable|on leave|on holiday|on annual leave|on lunch|on her break|on his break|on break|in a meeting|at lunch|off sick|day off|didnt answer|never answered|didnt pick up)";

    private const string Nobody = "no answer|no reply|no response|nobody (?:about|in|there|around|home|available|free|answered|at home|to speak to|picked up)|no one (?:about|in|there|around|home|available|free|answered|to speak to)|noone (?:about|in|there|around|home|available|answered)"
        + "|voicemail|voice mail|voicemails|vm|answerphone|answer phone|answering machine|answer machine|ansaphone|engaged|rang out|line busy|left (?:a |my |our |some |the )?(?:business )?(?:cards?|leaflets?|flyers?|fliers?|message|msg)|left word"
        + "|(?:was|were|all|it was|they were|place was|shop was) (?:shut|closed)|shut today|closed today|(?:shut|closed) ,|neb yno|dim ateb";

    private const string MetWhoDecides = $"{Meeting}(?: (?:the|a|their|our|an))* {Deciding}";

    private const string MetAnother = $"{Meeting}(?: (?:the|a|their|an|only|just))* {Others}";

    private const string AnotherTold = $"{Others} (?:instead|said|says|will pass|took|told|only)|only (?:the )?{Others} in";

    private const string WhoDecidesTold = $"{Deciding} (?:said|says|wants|wanted|keen|happy|showed|told|asked|interested|lovely|offered|agreed|will|would|really|very|was (?:lovely|keen|happy|great|nice|helpful|interested|really|very))";

    private const string AllAway = $"(?:P|P P|{Deciding}|everyone|everybody|they|all) {Away}";

    /// <summary>Every line that tells who was reached fits this.</summary>
    public const string Any = $"{MetWhoDecides}|{MetAnother}|{AnotherTold}|{WhoDecidesTold}|{Nobody}|{AllAway}";

    public static Reached? Read(SaidWords words)
    {
        if (words.Has(MetWhoDecides) && !words.Has($"{Deciding} {Away}"))
            return Reached.DecisionMaker;
        if (words.Has(MetAnother) || words.Has(AnotherTold))
            return Reached.OtherStaff;
        if (words.Has(WhoDecidesTold))
            return Reached.DecisionMaker;
        if (words.Has($"(?:{Nobody})"))
            return Met(words) ? null : Reached.Nobody;
        return words.Has(AllAway) && !Met(words) ? Reached.Nobody : null;
    }

    /// <summary>A person who was met, whoever else was out.</summary>
    private static bool Met(SaidWords words) =>
        words.Has("(?:spoke|talked|chatted) (?:to|with) (?:P|[a-z]+)|met (?:P|with P|[a-z]+)|saw (?:P|[a-z]+)|P (?:says|said|wants|wanted|keen|happy|showed|told|asked|interested|offered|agreed|gave)|left (?:a card|cards|my card|leaflets?|details|a message|it) with (?:P|the|a|[a-z]+)") && !words.Has($"(?:met|saw|see|to|with) P {Away}");
}
