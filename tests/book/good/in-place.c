int f(int n);
int f(int n)
{
    if (n > 1) {
        // Answer for many
        n += 20;
        // Add thirty
        n += 30;
        n += 30;
        n += 30;
        n += 30;
        return n;
    }
    return 1;
    // never reached
}

int other(void);

int g(int n);
int g(int n)
{
    return 1;
    // never reached
    return n + 2;
}

int h(void);

int very_last(void);

int k(void);
int k(void)
{
    return 1;
    // never reached
}

int l(void);
int l(void)
{
    return 1;
    // never reached
}
