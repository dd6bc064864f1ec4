extension Layout {
  /// What looks like a poll of readers and is none.
  static let lookalikes = [
    Layout(
      testDescription: "a menu",
      text: """
        Menu of the day
        Soup £4.50
        Pie £8.00
        Which wine goes with it? Ask us.
        """),
    Layout(
      testDescription: "a quiz",
      text: """
        Quiz: How well do you know Velmora?
        1. Who built the old bridge?
        a) Korr
        b) Holm
        c) Marlow
        """),
    Layout(
      testDescription: "questions and answers",
      text: """
        Frequently asked questions
        Can I return a ticket?
        Yes, within 14 days.
        Is there a fee?
        No.
        """),
    Layout(
      testDescription: "an election's result",
      text: """
        Velmora council election result
        Marlow (Green) 54%
        Quist (Blue) 46%
        Turnout: 61%
        """),
    Layout(
      testDescription: "a petition",
      text: """
        Petition: Save the pier
        Should we let it rot? No!
        1,204 people have signed
        Sign now
        """),
    Layout(
      testDescription: "a sample ballot",
      text: """
        Sample ballot
        Vote for one
        ○ Ada Marlow
        ○ Ben Quist
        """),
    Layout(
      testDescription: "a consent box",
      text: """
        Do you accept our terms?
        ☐ I agree to the terms and conditions
        ☐ I would like to receive the newsletter
        """),
    Layout(
      testDescription: "a rhetorical question",
      text: """
        Who would have thought it? Nobody in the hall answered.
        """),
    Layout(
      testDescription: "a list",
      text: """
        Things to bring:
        - boots
        - coat
        - hat
        """),
    Layout(
      testDescription: "whether a page was of use",
      text: """
        Was this article helpful? Yes / No
        """),
    Layout(
      testDescription: "what a cloth is made of",
      text: """
        Fabric
        Cotton 60%
        Elastane 40%
        """),
    Layout(
      testDescription: "tips under a question",
      text: """
        What do you need to know?
        • The ferry leaves at 8
        • Tickets cost £4
        • Dogs go free
        """),
    Layout(
      testDescription: "comments",
      text: """
        Comments (12)
        Mira: Should we close it?
        Yes
        Ben: No
        Reply
        """),
    Layout(
      testDescription: "reasons in numbers",
      text: """
        Why did the bridge fall? The report gives three reasons.
        1. Rust
        2. Salt
        3. Neglect
        """),
    Layout(
      testDescription: "turnout by district",
      text: """
        Turnout by district
        North 61%
        South 39%
        """),
    Layout(
      testDescription: "figures in prose over a question",
      text: """
        Unemployment fell to 6% in May and 5% in June. What will happen now?
        """),
    Layout(
      testDescription: "advice for visitors",
      text: """
        Is it safe to swim?
        Yes. The council tests the water every week.
        Where can I park?
        Behind the pier.
        """),
    Layout(
      testDescription: "Pub quiz, round 3",
      text: """
        Pub quiz, round 3
        What is the capital of Talvania?
        A) Osk
        B) Melk
        C) Verrin
        68% of teams got this right.
        """),
    Layout(
      testDescription: "Booking",
      text: """
        Booking
        Title: ( ) Mr ( ) Mrs ( ) Ms
        Do you need a parking space?
        ( ) Yes ( ) No
        E-mail address: ________
        Continue to payment
        """),
    Layout(
      testDescription: "We use cookies",
      text: """
        We use cookies
        Do you accept all cookies?
        [Yes] [No] [Settings]
        """),
    Layout(
      testDescription: "Interview: the man who counts gulls",
      text: """
        Interview: the man who counts gulls

        Do you like your work?
        Yes.
        Do you eat gulls?
        No.
        Would you do it again?
        Never.
        """),
    Layout(
      testDescription: "Related stories",
      text: """
        Related stories
        Should the council sell the mill?
        Is the tram too loud?
        Who owns the river?
        """),
    Layout(
      testDescription: "Chance of rain",
      text: """
        Chance of rain
        Monday 20%
        Tuesday 60%
        Wednesday 90%
        """),
    Layout(
      testDescription: "What is in the box?",
      text: """
        What is in the box?
        • one pump
        • two valves
        • a manual
        """),
    Layout(
      testDescription: "Exam 2, part B",
      text: """
        Exam 2, part B
        5. Which gas is lighter than air?
        a) Argon
        b) Helium
        c) Chlorine
        d) Krypton
        6. Which is a metal?
        a) Neon
        b) Tin
        """),
    Layout(
      testDescription: "Osk North – final count",
      text: """
        Osk North – final count
        Vik (SD) 11,204 votes (48.1%)
        Sand (C) 9,102 votes (39.1%)
        Orr (G) 2,981 votes (12.8%)
        Turnout 66.2%
        """),
    Layout(
      testDescription: "Who should read this book?",
      text: """
        Who should read this book?
        Anyone with a boat
        Anyone without one
        Teachers
        """),
    Layout(
      testDescription: "Our energy mix",
      text: """
        Our energy mix
        Wind 44%
        Water 31%
        Gas 25%
        """),
    Layout(
      testDescription: "Have you got what it takes? Join the fire brigade. Training is on Tuesdays and Thursdays",
      text: """
        Have you got what it takes? Join the fire brigade. Training is on Tuesdays and Thursdays.
        """),
    Layout(
      testDescription: "Possession",
      text: """
        Possession
        Harriers 61%
        Selby 39%
        Shots
        Harriers 12
        Selby 4
        """),
    Layout(
      testDescription: "How to vote",
      text: """
        How to vote
        You can vote in person or by post. Polling stations are open from 7 to 22. Do you need help? Yes, ask the clerk.
        """),
    Layout(
      testDescription: "Is it true that cats swim? Yes. Nine in ten do, says the vet, and one in ten hates it",
      text: """
        Is it true that cats swim? Yes. Nine in ten do, says the vet, and one in ten hates it.
        """),
    Layout(
      testDescription:
        "Customer survey of the Osk Tram Company: 62 percent of passengers were satisfied, 25 percent were not and 13 percent had no opinion. The company asked 1,200 passengers",
      text: """
        Customer survey of the Osk Tram Company: 62 percent of passengers were satisfied, 25 percent were not and 13 percent had no opinion. The company asked 1,200 passengers.
        """),
    Layout(
      testDescription: "Shop opening hours",
      text: """
        Shop opening hours
        Monday 9-5
        Tuesday 9-5
        Are you open on Sundays?
        No
        """),
    Layout(
      testDescription: "Sale! Up to 50% off",
      text: """
        Sale! Up to 50% off
        Boots 30% off
        Coats 40% off
        Hats 50% off
        What are you waiting for?
        """),
    Layout(
      testDescription: "What to do if you smell gas",
      text: """
        What to do if you smell gas
        1. Open the windows
        2. Leave the house
        3. Call us
        """),
    Layout(
      testDescription: "Reader offer",
      text: """
        Reader offer
        Would you like two tickets for the price of one?
        Yes please! Send the coupon to the Courier.
        """),
    Layout(
      testDescription: "Vote for Marlow",
      text: """
        Vote for Marlow
        More trams
        Fewer cars
        Cleaner streets
        """),
    Layout(
      testDescription: "The jury's scores",
      text: """
        The jury's scores
        Kostrel 34
        Marlow 31
        Holm 28
        """),
    Layout(
      testDescription: "Dear Ruth, should I tell my mother? – Worried, Melk",
      text: """
        Dear Ruth, should I tell my mother? – Worried, Melk
        Yes, but not at Christmas. Ruth
        """),
    Layout(
      testDescription: "Which coffee is for you?",
      text: """
        Which coffee is for you?
        Mild: for mornings
        Dark: for nights
        Decaf: for nobody
        Order now
        """),
    Layout(
      testDescription: "The motion was carried by 31 votes to 12",
      text: """
        The motion was carried by 31 votes to 12.
        """),
    Layout(
      testDescription: "Do you know the signs of frostbite?",
      text: """
        Do you know the signs of frostbite?
        • White skin
        • Numb fingers
        • Clumsy hands
        Call a doctor at once.
        """),
    Layout(
      testDescription: "Live: council meeting",
      text: """
        Live: council meeting
        18:02 The chair asks who is against. Nobody.
        18:04 The plan is passed with 61% of the votes.
        """),
    Layout(
      testDescription: "Frequently bought together",
      text: """
        Frequently bought together
        ( ) Pump
        ( ) Valve
        Add both to basket
        """),
    Layout(
      testDescription: "Which of the following is a fish?",
      text: """
        Which of the following is a fish?
        A. Herring
        B. Whale
        C. Seal
        Answer: A
        """),
    Layout(
      testDescription: "Yes or No? The new quiz with Dag Holt starts on Monday at 8",
      text: """
        Yes or No? The new quiz with Dag Holt starts on Monday at 8.
        """),
    Layout(
      testDescription: "The bill: who voted how",
      text: """
        The bill: who voted how
        For: Vik, Orr, Sand
        Against: Brandt, Holt
        Absent: Rask
        """),
    Layout(
      testDescription: "Would you like to hear from us?",
      text: """
        Would you like to hear from us?
        [ ] By e-mail
        [ ] By post
        [ ] Not at all
        Sign up
        """),
    Layout(
      testDescription: "Election 2025: how do I vote?",
      text: """
        Election 2025: how do I vote?
        Bring a passport. Fold the paper. Put it in the box.
        Who can vote?
        Anyone over 18.
        """),
    Layout(
      testDescription: "Interest rates",
      text: """
        Interest rates
        1 year 2.1%
        2 years 2.4%
        5 years 3.0%
        Which account suits you? Ask in any branch.
        """),
    Layout(
      testDescription: "Ask the vet",
      text: """
        Ask the vet
        Should my cat eat grass?
        Yes, a little.
        Ruth, vet
        """),
    Layout(
      testDescription: "Are you sitting comfortably? Then let us begin",
      text: """
        Are you sitting comfortably? Then let us begin.
        """),
    Layout(
      testDescription: "Options",
      text: """
        Options
        Yes
        No
        Cancel
        """),
    Layout(
      testDescription: "Results",
      text: """
        Results
        Osk 2 Melk 1
        Selby 0 Verrin 0
        Who is next? Harriers v Osk
        """),
    Layout(
      testDescription: "Drink menu",
      text: """
        Drink menu
        Ale 4.5%
        Stout 5.0%
        Cider 6.2%
        Fancy a taster? Ask at the bar.
        """),
    Layout(
      testDescription: "The vote of thanks was given by Mrs Holm, who asked: where would we be without cake?",
      text: """
        The vote of thanks was given by Mrs Holm, who asked: where would we be without cake?
        """),
    Layout(
      testDescription: "What's on",
      text: """
        What's on
        Film: Low Tide
        Talk: Should we fear the sea?
        Walk: along the pier
        """),
    Layout(
      testDescription: "How satisfied are you with your delivery?",
      text: """
        How satisfied are you with your delivery?
        Very satisfied
        Satisfied
        Dissatisfied
        Submit feedback
        """),
    Layout(
      testDescription: "Osk Courier > Travel",
      text: """
        Osk Courier > Travel

        Ten harbours to see before you die

        1. Corrow
        2. Gannet Head
        3. Selby

        Which one did we forget? Write to the desk.
        """),
    Layout(
      testDescription: "Talvania votes: results by party",
      text: """
        Talvania votes: results by party

        Social Democrats 28.1%
        Centre 24.4%
        Greens 12.0%
        Others 35.5%

        With 100% of districts counted. Next: who will govern?
        """),
    Layout(
      testDescription: "BALLOT PAPER",
      text: """
        BALLOT PAPER
        Mayor of Osk
        Mark one circle only
        ○ VIK, Astrid
        ○ ORR, Ben
        ○ SAND, Olle
        """),
    Layout(
      testDescription: "Petition to the council",
      text: """
        Petition to the council
        Do you want the swings back? Sign below!
        Name / Town / Signature
        1,204 signatures so far
        """),
    Layout(
      testDescription: "Consent form",
      text: """
        Consent form
        Do you agree to take part in the trial?
        ☐ Yes, I agree
        ☐ No, I do not agree
        Signature: ________ Date: ________
        """),
    Layout(
      testDescription: "A dog's name: Poll",
      text: """
        A dog's name: Poll

        Poll is a Dutch hound of four. Is she the best dog in town? Yes. No dog is better, says Ida Holm.
        """),
    Layout(
      testDescription: "Hotel Gannet: what guests say",
      text: """
        Hotel Gannet: what guests say
        Would you come again?
        Yes! – Ute
        No! – Karl
        Maybe – Dag
        """),
    Layout(
      testDescription: "Knowledge test for drivers",
      text: """
        Knowledge test for drivers
        Question 12: What does this sign mean?
        ☐ Stop
        ☐ Give way
        ☐ No entry
        The right answers are on page 40.
        """),
    Layout(
      testDescription: "Mortgage fix",
      text: """
        Mortgage fix
        2 years: 3.9%
        5 years: 4.1%
        10 years: 4.4%
        Is now the time to fix? Our experts say yes.
        """),
    Layout(
      testDescription: "Cast list",
      text: """
        Cast list
        Yes Man – Olle Brun
        No Man – Dag Lenz
        """),
    Layout(
      testDescription: "Who pays what?",
      text: """
        Who pays what?
        Adults: 12 talers
        Children: 6 talers
        Dogs: free
        """),
    Layout(
      testDescription: "What did the council decide?",
      text: """
        What did the council decide?
        • The pier stays open
        • The swings go
        • The fee rises by 4%
        """),
    Layout(
      testDescription: "The week in numbers",
      text: """
        The week in numbers
        14 km of lights
        61% of trains on time
        3 goats on a roof
        """),
    Layout(
      testDescription: "Will it rain? The chances: Friday 20%, Saturday 60%, Sunday 20%",
      text: """
        Will it rain? The chances: Friday 20%, Saturday 60%, Sunday 20%.
        """),
    Layout(
      testDescription: "Composition: Will this scarf itch? Wool 60%, silk 40%",
      text: """
        Composition: Will this scarf itch? Wool 60%, silk 40%.
        """),
    Layout(
      testDescription: "Which train goes to Melk?",
      text: """
        Which train goes to Melk?
        - the 9.14 from platform 2
        - the 10.14 from platform 3
        """),
    Layout(
      testDescription: "Survey of the soil",
      text: """
        Survey of the soil
        Layer 1: sand 60%
        Layer 2: clay 40%
        """),
    Layout(
      testDescription: "Where can I buy a ticket?",
      text: """
        Where can I buy a ticket?
        Online
        At the kiosk
        On board
        """),
    Layout(
      testDescription: "Osk 47% Melk 53%: the battery lasted all day",
      text: """
        Osk 47% Melk 53%: the battery lasted all day.
        """),
    Layout(
      testDescription: "What's your favourite? Tell the waiter. Soup 4, pie 6, cake 3",
      text: """
        What's your favourite? Tell the waiter. Soup 4, pie 6, cake 3.
        """),
    Layout(
      testDescription: "Do not miss: yes to peace, no to war – a night of songs",
      text: """
        Do not miss: yes to peace, no to war – a night of songs
        """),
  ]
}
